-- Runs that say succeeded without their complete artifact, or failed or cancelled although they made one.
-- A late artifact is given the bound: the look that turns its run is due.
-- Records of actions on many runs are Settled's own: actions-on-many-are-true.sql asks about those.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'It says succeeded, but its artifact is not there, complete and in its own scope.' as detail
from run
where run.outcome = 'succeeded' and run.artifact_id is not null and run.artifact_type is distinct from 'bulk_record'
  and not exists (
    select from (
      :truth_view
    ) truth
    where truth.artifact_id::text = run.artifact_id and truth.workspace_id::text = run.workspace_id
      and truth.operation_type::text = run.operation_type
      and truth.environment_id::text is not distinct from run.environment_id and truth.complete)
union all
select run.id, run.workspace_id, 'It says succeeded, but names no artifact.'
from run
where run.outcome = 'succeeded' and run.artifact_id is null
  and exists (
    select from (
      :truth_view
    ) truth
    where truth.operation_type::text = run.operation_type)
union all
select run.id, run.workspace_id, 'It says ' || run.outcome || ', but its complete artifact is there.'
from run
cross join bounds
where run.outcome in ('failed', 'cancelled')
  and not coalesce(run.due_at between bounds.now - bounds.bound and bounds.now + bounds.bound, false)
  and exists (
    select from (
      :truth_view
    ) truth
    where truth.run_id = run.id and truth.workspace_id::text = run.workspace_id
      and truth.operation_type::text = run.operation_type
      and truth.environment_id::text is not distinct from run.environment_id and truth.complete)
