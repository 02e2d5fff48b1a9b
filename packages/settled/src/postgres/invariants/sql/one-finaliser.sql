-- Runs whose timeline does not end them exactly as often as the row says, or changes an end without a reconciliation.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with ending as (
  select event.workspace_id, event.run_id,
    count(*) filter (where event."from" ->> 'status' <> 'completed') as endings,
    count(*) filter (where event."from" ->> 'status' = 'completed' and event."to" <> event."from"
      and event.kind <> 'reconciled') as unrecorded
  from settled.operation_run_events event
  where (event.workspace_id, event.run_id) > ($1, $2::uuid)
    and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
    and event."to" ->> 'status' = 'completed'
  group by event.workspace_id, event.run_id
)
select run.id as run_id, run.workspace_id,
  case
    when ending.unrecorded > 0 then 'Its end was changed ' || ending.unrecorded || ' times without a reconciliation.'
    else 'It is ' || run.status || ', but was ended ' || coalesce(ending.endings, 0) || ' times.'
  end as detail
from settled.operation_runs run
left join ending on ending.workspace_id = run.workspace_id and ending.run_id = run.id
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and (coalesce(ending.endings, 0) <> (run.status = 'completed')::integer or ending.unrecorded > 0)
limit $5;
