-- Events of a workspace as live updates tell them, in the order of their numbers.
-- $1 workspace_id, $2 after_sequence, $3 up_to_sequence, $4 limit
select event.sequence, event.run_id, event.version, event.kind, event."to" ->> 'status' as status,
  event."to" ->> 'outcome' as outcome, run.operation_type, run.environment_id, event.at
from settled.operation_run_events event
join settled.operation_runs run on run.workspace_id = event.workspace_id and run.id = event.run_id
where event.workspace_id = $1 and event.sequence > $2 and event.sequence <= $3
order by event.sequence
limit $4;
