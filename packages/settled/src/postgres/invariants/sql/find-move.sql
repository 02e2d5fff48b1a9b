-- The runs of a page that made one move.
-- $1 after id, $2 after workspace_id, $3 last id, $4 last workspace_id, $5 limit, $6 kind, $7 from, $8 to
select distinct run.id as run_id, run.workspace_id
from settled.operation_runs run
join settled.operation_run_events event on event.workspace_id = run.workspace_id and event.run_id = run.id
where (run.id, run.workspace_id) > ($1::uuid, $2) and (run.id, run.workspace_id) <= ($3::uuid, $4)
  and event.kind = $6 and event."from" is not distinct from $7::jsonb and event."to" = $8::jsonb
limit $5;
