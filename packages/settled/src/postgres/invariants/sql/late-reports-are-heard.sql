-- Runs with a late report that nobody looked at and nobody is going to look at.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'A worker reported late, and no look at the truth followed or is due.' as detail
from run
where run.version <= run.late_version
  and run.outcome is distinct from 'succeeded' and run.owner_id is null and run.due_at is null
