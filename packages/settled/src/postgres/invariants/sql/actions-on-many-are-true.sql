-- Actions on many runs that acted on one twice, or ended otherwise than their targets' timelines tell.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case when told.twice > 0 then 'It acted on a run twice.'
    else 'It says ' || run.outcome || ', and its targets tell otherwise.' end as detail
from run
cross join bounds
cross join lateral (
  select count(*) as targets, count(*) filter (where mark.times > 0) as marked,
    count(*) filter (where mark.times > 1) as twice
  from settled.operation_runs bulk
  cross join lateral jsonb_array_elements(bulk.input -> 'targets') entry (target)
  cross join lateral (select (entry.target ->> 'id')::uuid as id) target
  cross join lateral (
    select (
      select count(*) from settled.operation_run_events event
      where event.workspace_id = bulk.workspace_id and event.run_id = target.id
        and event.detail ->> 'bulk_run_id' = bulk.id::text
    ) + (
      select count(*)
      from settled.operation_runs rerun
      join settled.operation_run_events event
        on event.workspace_id = rerun.workspace_id and event.run_id = rerun.id
      where rerun.workspace_id = bulk.workspace_id and rerun.rerun_of = target.id
        and event.detail ->> 'bulk_run_id' = bulk.id::text
    ) as times
  ) mark
  where bulk.workspace_id = run.workspace_id and bulk.id = run.id
) told
cross join lateral (
  select coalesce((bulk.summary ->> 'unchanged')::integer, 0) as looks
  from settled.operation_runs bulk
  where bulk.workspace_id = run.workspace_id and bulk.id = run.id
) counted
where run.operation_type = 'operation_runs.bulk.apply'
  and (told.twice > 0
    or run.outcome = 'succeeded' and told.marked + counted.looks < told.targets
    or run.outcome = 'partially_succeeded' and told.marked + counted.looks = 0
    or run.outcome in ('failed', 'cancelled') and told.marked > 0
      and not coalesce(run.due_at between bounds.now - bounds.bound and bounds.now + bounds.bound, false))
