-- Timelines whose versions do not grow with their sequence, or pass the version of the run.
-- Over the runs and lines of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when newest.stalled then 'The versions in its timeline do not grow.'
    else 'Its timeline has version ' || newest.version || ', but the run has version ' || run.version || '.'
  end as detail
from run
join (
  select workspace_id, run_id, max(version) as version, bool_or(version <= version_before) as stalled
  from line
  group by workspace_id, run_id
) newest on newest.workspace_id = run.workspace_id and newest.run_id = run.id
where newest.stalled or newest.version > run.version
