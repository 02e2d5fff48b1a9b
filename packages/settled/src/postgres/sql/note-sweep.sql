-- Notes that a worker has just swept.
-- $1 id
update settled.worker_leases set swept_at = now() where id = $1 and ended_at is null;
