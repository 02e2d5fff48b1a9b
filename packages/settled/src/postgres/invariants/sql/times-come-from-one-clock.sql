-- Runs whose times are out of order or ahead of the database's clock (one millisecond is rounding).
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.created_at > bounds.now + interval '1 millisecond' then 'It was created in the future.'
    when run.completed_at > bounds.now + interval '1 millisecond' then 'It ended in the future.'
    else 'Its times are out of order.'
  end as detail
from run
cross join bounds
where run.created_at > bounds.now + interval '1 millisecond'
  or run.completed_at > bounds.now + interval '1 millisecond'
  or run.queued_at < run.created_at or run.started_at < run.created_at
  or run.cancel_requested_at < run.created_at
  or run.completed_at < coalesce(run.started_at, run.created_at)
