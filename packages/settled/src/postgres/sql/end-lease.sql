-- Gives a lease up: the next sweep ends it and finds the runs that it still owns.
-- $1 id
update settled.worker_leases set expires_at = now(), released_at = now() where id = $1 and ended_at is null;
