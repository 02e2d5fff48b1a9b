-- The different moves in the timelines of a page of runs.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id
select event.kind, event."from", event."to"
from settled.operation_run_events event
where (event.workspace_id, event.run_id) > ($1, $2::uuid)
  and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
group by event.kind, event."from", event."to";
