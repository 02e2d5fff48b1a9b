-- Workers that live or ended in the last day, the living first, with the runs of one workspace that each has.
-- $1 workspace_id, $2 limit
select lease.id, lease.name, lease.started_at, lease.beat_at, lease.swept_at,
  coalesce(lease.ended_at, lease.released_at) as ended_at,
  case when lease.released_at is not null then 'released' else lease.ended_because end as ended_because,
  case
    when lease.ended_at is not null or lease.released_at is not null then 'ended'
    when lease.expires_at <= now() or lease.lock_missing_since is not null then 'silent'
    else 'alive'
  end as standing,
  (select count(*)::int from settled.operation_runs run
    where run.owner_id = lease.id and run.workspace_id = $1) as runs
from (
  (select * from settled.worker_leases where ended_at is null order by started_at desc limit $2)
  union all
  (select * from settled.worker_leases where ended_at > now() - interval '1 day' order by ended_at desc limit $2)
) lease
order by coalesce(lease.ended_at, lease.released_at) desc nulls first, lease.started_at desc
limit $2;
