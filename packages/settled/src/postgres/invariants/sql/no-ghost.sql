-- Active runs that no living worker has and whose look is missing, overdue or out of sight; and silent workers.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit, $6 bound_ms
select run.id as run_id, run.workspace_id,
  case
    when run.due_at is null then 'No living worker has it, and no look at it is due.'
    when run.due_at < statement_timestamp() - $6::double precision * interval '1 millisecond'
      then 'No living worker has it, and its look has been overdue since ' || settled.iso(run.due_at) || '.'
    when run.due_at > statement_timestamp() + interval '30 days'
      then 'No living worker has it, and its look is due as late as ' || settled.iso(run.due_at) || '.'
    else 'Its worker fell silent at ' || settled.iso(lease.expires_at) || ', and nobody has noticed.'
  end as detail
from settled.operation_runs run
left join settled.worker_leases lease on lease.id = run.owner_id
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and run.status <> 'completed'
  and not coalesce(lease.ended_at is null and lease.expires_at > statement_timestamp(), false)
  and (run.due_at is null
    or run.due_at < statement_timestamp() - $6::double precision * interval '1 millisecond'
    or run.due_at > statement_timestamp() + interval '30 days'
    or lease.ended_at is null
      and lease.expires_at < statement_timestamp() - $6::double precision * interval '1 millisecond')
limit $5;
