-- Runs whose hand-over names another run, or that are a rerun of a run of another workspace or environment.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.was_dispatched and run.dispatched_run_id is distinct from run.id::text
      then 'Its hand-over names another run.'
    else 'It is a rerun of a run that is not of its workspace and environment.'
  end as detail
from run
left join settled.operation_runs original
  on original.workspace_id = run.workspace_id and original.id = run.rerun_of
    and original.environment_id is not distinct from run.environment_id
where run.was_dispatched and run.dispatched_run_id is distinct from run.id::text
  or run.rerun_of is not null and original.id is null
