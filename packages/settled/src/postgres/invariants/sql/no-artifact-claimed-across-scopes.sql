-- Runs whose recorded artifact exists in another scope only.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'The artifact that it names is of another workspace or environment.' as detail
from (
  -- Nearly all are found in their own scope: only of the others it is asked where they are.
  select run.workspace_id, run.id, run.operation_type, run.artifact_id
  from run
  where run.status = 'completed' and run.artifact_id is not null
    and not exists (
      select from (
        :truth_view
      ) truth
      where truth.artifact_id::text = run.artifact_id and truth.operation_type::text = run.operation_type
        and truth.workspace_id::text = run.workspace_id
        and truth.environment_id::text is not distinct from run.environment_id)
  offset 0
) run
where exists (
  select from (
    :truth_view
  ) truth
  where truth.artifact_id::text = run.artifact_id and truth.operation_type::text = run.operation_type)
