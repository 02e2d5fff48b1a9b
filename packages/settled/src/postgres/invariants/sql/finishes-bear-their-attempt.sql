-- Runs that were finished by somebody else than the worker that had begun the attempt, or under another attempt.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'It was finished by a worker that had not begun its attempt.' as detail
from run
where run.is_misfinished or run.finished_by is not null and (run.begun_by @> run.finished_by) is not true
