-- Notes since when a worker's advisory lock is gone, and forgets it when the lock is back.
-- no params
with held as (
  select (classid::bigint << 32) | objid::bigint as lock_key
  from pg_locks
  where locktype = 'advisory' and objsubid = 1 and granted
    and database = (select oid from pg_database where datname = current_database())
), seen as (
  select lease.id, held.lock_key is not null as is_held
  from settled.worker_leases lease left join held on held.lock_key = lease.lock_key
  where lease.ended_at is null and lease.lock_key is not null
)
update settled.worker_leases lease
set lock_missing_since = case when seen.is_held then null else now() end
from seen
where lease.id = seen.id and seen.is_held = (lease.lock_missing_since is not null);
