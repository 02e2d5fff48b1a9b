-- Active runs that no living worker has and whose look is missing, overdue or out of sight; and silent workers.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.due_at is null then 'No living worker has it, and no look at it is due.'
    when run.due_at < bounds.now - bounds.bound
      then 'No living worker has it, and its look has been overdue since ' || settled.iso(run.due_at) || '.'
    when run.due_at > bounds.now + interval '30 days'
      then 'No living worker has it, and its look is due as late as ' || settled.iso(run.due_at) || '.'
    else 'Its worker fell silent at ' || settled.iso(lease.expires_at) || ', and nobody has noticed.'
  end as detail
from run
cross join bounds
left join settled.worker_leases lease on lease.id = run.owner_id
where run.status <> 'completed'
  and not coalesce(lease.ended_at is null and lease.expires_at > bounds.now, false)
  and (run.due_at is null
    or run.due_at < bounds.now - bounds.bound
    or run.due_at > bounds.now + interval '30 days'
    or lease.ended_at is null and lease.expires_at < bounds.now - bounds.bound)
