-- Active runs that share their identity with another active run.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id, 'Another run of the same identity is active.' as detail
from run
where run.status <> 'completed'
  and exists (
    select from settled.operation_runs other
    where other.workspace_id = run.workspace_id
      and coalesce(other.environment_id, '') = coalesce(run.environment_id, '')
      and other.operation_type = run.operation_type and other.identity_key = run.identity_key
      and other.status <> 'completed' and other.id <> run.id)
