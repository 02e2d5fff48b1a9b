-- Opens the lease of one worker process.
-- $1 id, $2 name, $3 valid_ms, $4 lock_key
insert into settled.worker_leases (id, name, expires_at, lock_key)
values ($1, $2, settled.after_ms($3), $4);
