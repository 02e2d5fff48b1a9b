-- Finishes of a worker that the run's attempt did not belong to when they were written.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
select finish.run_id, finish.workspace_id,
  'The finish of attempt ' || finish.attempt || ' was not written by the worker that had begun it.' as detail
from settled.operation_run_events finish
where (finish.workspace_id, finish.run_id) > ($1, $2::uuid)
  and (finish.workspace_id, finish.run_id) <= ($3, $4::uuid)
  and finish.kind = 'finished'
  and (finish.attempt is distinct from (finish."from" ->> 'attempt')::integer
    or finish.attempt is distinct from (finish."to" ->> 'attempt')::integer
    or not exists (
      select from settled.operation_run_events begun
      where (begun.workspace_id, begun.run_id) > ($1, $2::uuid)
        and (begun.workspace_id, begun.run_id) <= ($3, $4::uuid)
        and begun.workspace_id = finish.workspace_id and begun.run_id = finish.run_id
        and begun.attempt = finish.attempt and begun.actor ->> 'id' = finish.actor ->> 'id'
        and begun.kind = 'begun' and begun.sequence < finish.sequence))
limit $5;
