-- Reconciled runs whose record does not keep what was reported before their first reconciliation.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'Before its first reconciliation it was reported as '
    || concat_ws(', ', run.first_previous ->> 'status', run.first_previous ->> 'outcome')
    || '; the record says something else.' as detail
from run
where run.first_previous is not null and run.reconciliation -> 'previous' is distinct from run.first_previous
