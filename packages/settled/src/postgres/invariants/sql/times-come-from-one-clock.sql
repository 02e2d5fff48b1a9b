-- Runs whose times are out of order or ahead of the database's clock (one millisecond is rounding).
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
select run.id as run_id, run.workspace_id,
  case
    when run.created_at > statement_timestamp() + interval '1 millisecond' then 'It was created in the future.'
    when run.completed_at > statement_timestamp() + interval '1 millisecond' then 'It ended in the future.'
    else 'Its times are out of order.'
  end as detail
from settled.operation_runs run
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and (run.created_at > statement_timestamp() + interval '1 millisecond'
    or run.completed_at > statement_timestamp() + interval '1 millisecond'
    or run.queued_at < run.created_at or run.started_at < run.created_at
    or run.cancel_requested_at < run.created_at
    or run.completed_at < coalesce(run.started_at, run.created_at))
limit $5;
