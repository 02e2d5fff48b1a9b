-- How much a run of an action on many runs was to do, and how much of it its targets' own events tell.
-- $1 bulk run id
select bulk.workspace_id, bulk.environment_id, jsonb_array_length(bulk.input -> 'targets') as targets,
  coalesce((bulk.summary ->> 'unchanged')::integer, 0) as unchanged, marked.targets as marked
from settled.operation_runs bulk
cross join lateral (
  select count(distinct target.id)::integer as targets
  from jsonb_array_elements(bulk.input -> 'targets') entry (target)
  cross join lateral (select (entry.target ->> 'id')::uuid as id) target
  where exists (
      select from settled.operation_run_events event
      where event.workspace_id = bulk.workspace_id and event.run_id = target.id
        and event.detail ->> 'bulk_run_id' = bulk.id::text)
    or exists (
      select from settled.operation_runs rerun
      join settled.operation_run_events event on event.workspace_id = rerun.workspace_id and event.run_id = rerun.id
      where rerun.workspace_id = bulk.workspace_id and rerun.rerun_of = target.id
        and event.detail ->> 'bulk_run_id' = bulk.id::text)
) marked
where bulk.id = $1 and jsonb_typeof(bulk.input -> 'targets') = 'array';
