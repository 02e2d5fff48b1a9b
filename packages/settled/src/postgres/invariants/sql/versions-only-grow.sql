-- Timelines whose versions do not grow with their sequence, or pass the version of the run.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.is_stalled then 'The versions in its timeline do not grow.'
    else 'Its timeline has version ' || run.told_version || ', but the run has version ' || run.version || '.'
  end as detail
from run
where run.is_stalled or run.told_version > run.version
