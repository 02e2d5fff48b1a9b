-- Queued runs that were never handed over, older than the bound, and nobody is about to do it.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit, $6 bound_ms
select run.id as run_id, run.workspace_id,
  'It was accepted at ' || settled.iso(run.created_at) || ' and has not been handed over to the queue.' as detail
from settled.operation_runs run
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and run.status = 'queued' and not run.context ? 'dispatch'
  and run.created_at < statement_timestamp() - $6::double precision * interval '1 millisecond'
  and not coalesce(run.due_at between statement_timestamp() - $6::double precision * interval '1 millisecond'
    and statement_timestamp() + $6::double precision * interval '1 millisecond', false)
limit $5;
