-- Runs with a late report that nobody looked at and nobody is going to look at.
-- Over the runs and lines of page-of-runs.sql.
select distinct run.id as run_id, run.workspace_id,
  'A worker reported late, and no look at the truth followed or is due.' as detail
from run
join line on line.workspace_id = run.workspace_id and line.run_id = run.id
where line.kind = 'late_report' and run.version <= line.version
  and run.outcome is distinct from 'succeeded' and run.owner_id is null and run.due_at is null
