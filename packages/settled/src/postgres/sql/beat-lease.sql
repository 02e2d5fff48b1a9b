-- Renews an open lease; no row = it was ended, its worker must stop.
-- $1 id, $2 valid_ms, $3 lock_key
update settled.worker_leases
set beat_at = now(), expires_at = settled.after_ms($2), lock_key = $3, lock_missing_since = null
where id = $1 and ended_at is null and expires_at > now()
returning id;
