-- Runs whose hand-over names another run, or that are a rerun of a run of another workspace or environment.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
select run.id as run_id, run.workspace_id,
  case
    when run.context ? 'dispatch' and run.context #>> '{dispatch,operation_run_id}' is distinct from run.id::text
      then 'Its hand-over names another run.'
    else 'It is a rerun of a run that is not of its workspace and environment.'
  end as detail
from settled.operation_runs run
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and (run.context ? 'dispatch' and run.context #>> '{dispatch,operation_run_id}' is distinct from run.id::text
    or run.rerun_of is not null and not exists (
      select from settled.operation_runs original
      where original.workspace_id = run.workspace_id and original.id = run.rerun_of
        and original.environment_id is not distinct from run.environment_id))
limit $5;
