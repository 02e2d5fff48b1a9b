-- Reconciled runs whose record does not keep what was reported before their first reconciliation.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with first_look as (
  select distinct on (event.workspace_id, event.run_id)
    event.workspace_id, event.run_id, event."from" - 'attempt' as previous
  from settled.operation_run_events event
  where (event.workspace_id, event.run_id) > ($1, $2::uuid)
    and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
    and event.kind = 'reconciled'
  order by event.workspace_id, event.run_id, event.sequence
)
select run.id as run_id, run.workspace_id,
  'Before its first reconciliation it was reported as '
    || concat_ws(', ', first_look.previous ->> 'status', first_look.previous ->> 'outcome')
    || '; the record says something else.' as detail
from settled.operation_runs run
join first_look on first_look.workspace_id = run.workspace_id and first_look.run_id = run.id
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and run.context #> '{reconciliation,previous}' is distinct from first_look.previous
limit $5;
