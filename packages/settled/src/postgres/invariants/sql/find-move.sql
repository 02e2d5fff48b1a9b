-- The runs of a page that made one move.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit, $6 kind, $7 from, $8 to
select distinct event.run_id, event.workspace_id
from settled.operation_run_events event
where (event.workspace_id, event.run_id) > ($1, $2::uuid)
  and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
  and event.kind = $6 and event."from" is not distinct from $7::jsonb and event."to" = $8::jsonb
limit $5;
