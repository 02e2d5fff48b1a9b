-- Finishes of a worker that the run's attempt did not belong to when they were written.
-- Over the runs and lines of page-of-runs.sql.
select finish.run_id, finish.workspace_id,
  'The finish of attempt ' || finish.attempt || ' was not written by the worker that had begun it.' as detail
from line finish
left join line begun
  on begun.workspace_id = finish.workspace_id and begun.run_id = finish.run_id and begun.kind = 'begun'
    and begun.attempt = finish.attempt and begun.actor_id = finish.actor_id and begun.sequence < finish.sequence
where finish.kind = 'finished'
  and (begun.run_id is null
    or finish.attempt is distinct from (finish."from" ->> 'attempt')::integer
    or finish.attempt is distinct from (finish."to" ->> 'attempt')::integer)
