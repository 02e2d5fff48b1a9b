-- Ends one lease that expired, or whose worker's connection has been gone for the grace, unless it was passed over.
-- $1 lock_missing_ms, $2 passed_over
with dead as (
  -- FOR UPDATE waits for a begin under way (FOR KEY SHARE), so that its run is seen by the next statement.
  select id, released_at is not null as released, expires_at < now() as expired
  from settled.worker_leases
  where ended_at is null
    and (expires_at < now() or lock_missing_since < settled.after_ms(-$1::double precision))
    and id <> all ($2::uuid[])
  order by expires_at
  limit 1
  for update skip locked
)
update settled.worker_leases lease
set ended_at = now(), ended_because =
  case when dead.released then 'released' when dead.expired then 'expired' else 'connection_lost' end
from dead
where lease.id = dead.id
-- Somebody may hold a run of this worker for long: the runs of other workers are not to wait for it.
returning lease.id, set_config('lock_timeout', '500ms', true);
