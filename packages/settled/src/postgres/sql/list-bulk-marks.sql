-- What a run of an action on many runs has done, one line for each target, in the order in which it was done.
-- $1 workspace_id, $2 bulk run id
select (event.detail ->> 'bulk_target_id')::uuid as target_id, event.run_id
from settled.operation_run_events event
where event.workspace_id = $1 and event.detail ->> 'bulk_run_id' = $2::text
order by event.sequence;
