-- Queued runs that were never handed over, older than the bound, and nobody is about to do it.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'It was accepted at ' || settled.iso(run.created_at) || ' and has not been handed over to the queue.' as detail
from run
cross join bounds
where run.status = 'queued' and not run.was_dispatched and run.created_at < bounds.now - bounds.bound
  and not coalesce(run.due_at between bounds.now - bounds.bound and bounds.now + bounds.bound, false)
