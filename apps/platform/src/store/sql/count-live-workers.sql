-- How many worker processes show a sign of life.
-- no params
select count(*)::integer as workers from settled.worker_leases where ended_at is null and expires_at > now();
