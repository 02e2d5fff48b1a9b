-- Ends leases that expired, or whose worker's connection has been gone for the grace.
-- $1 lock_missing_ms
with dead as (
  -- FOR UPDATE waits for a begin under way (FOR KEY SHARE), so that its run is seen by the next statement.
  select id, expires_at < now() as expired from settled.worker_leases
  where ended_at is null
    and (expires_at < now() or lock_missing_since < settled.after_ms(-$1::double precision))
  for update skip locked
)
update settled.worker_leases lease
set ended_at = now(), ended_because = case when dead.expired then 'expired' else 'connection_lost' end
from dead
where lease.id = dead.id
returning lease.id;
