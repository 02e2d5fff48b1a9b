-- Reconciled runs whose record does not keep what was reported before their first reconciliation.
-- Over the runs and lines of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'Before its first reconciliation it was reported as '
    || concat_ws(', ', first_look.previous ->> 'status', first_look.previous ->> 'outcome')
    || '; the record says something else.' as detail
from run
join (
  select distinct on (workspace_id, run_id) workspace_id, run_id, "from" - 'attempt' as previous
  from line
  where kind = 'reconciled'
  order by workspace_id, run_id, sequence
) first_look on first_look.workspace_id = run.workspace_id and first_look.run_id = run.id
where run.reconciliation -> 'previous' is distinct from first_look.previous
