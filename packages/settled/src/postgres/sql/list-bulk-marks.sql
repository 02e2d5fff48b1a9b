-- What a run of an action on many runs has done: a line for each target whose events, or whose rerun's, bear its id.
-- $1 workspace_id, $2 bulk run id
select target.id as target_id, mark.run_id
from settled.operation_runs bulk
cross join lateral jsonb_array_elements(bulk.input -> 'targets') with ordinality entry (target, place)
cross join lateral (select (entry.target ->> 'id')::uuid as id) target
cross join lateral (
  select event.run_id
  from settled.operation_run_events event
  where event.workspace_id = bulk.workspace_id and event.run_id = target.id
    and event.detail ->> 'bulk_run_id' = bulk.id::text
  union all
  select event.run_id
  from settled.operation_runs rerun
  join settled.operation_run_events event on event.workspace_id = rerun.workspace_id and event.run_id = rerun.id
  where rerun.workspace_id = bulk.workspace_id and rerun.rerun_of = target.id
    and event.detail ->> 'bulk_run_id' = bulk.id::text
) mark
where bulk.workspace_id = $1 and bulk.id = $2
order by entry.place;
