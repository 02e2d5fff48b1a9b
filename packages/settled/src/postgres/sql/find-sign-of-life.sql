-- The last beat of a worker.
-- $1 owner_id
select beat_at from settled.worker_leases where id = $1;
