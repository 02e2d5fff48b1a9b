-- Runs whose record and timeline disagree about the last reconciliation, or whose record lacks what it must say.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with last_look as (
  select distinct on (event.workspace_id, event.run_id)
    event.workspace_id, event.run_id, event."to" ->> 'outcome' as outcome
  from settled.operation_run_events event
  where (event.workspace_id, event.run_id) > ($1, $2::uuid)
    and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
    and event.kind = 'reconciled'
  order by event.workspace_id, event.run_id, event.sequence desc
)
select run.id as run_id, run.workspace_id,
  case
    when last_look.run_id is null then 'It bears a reconciliation that its timeline does not know.'
    when not run.context ? 'reconciliation' then 'Its timeline has a reconciliation that it does not bear.'
    when run.context #>> '{reconciliation,decision}' is distinct from last_look.outcome
      then 'Its record and its timeline name different decisions.'
    else 'Its record lacks who decided, why, or the artifact that proves it.'
  end as detail
from settled.operation_runs run
left join last_look on last_look.workspace_id = run.workspace_id and last_look.run_id = run.id
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and (run.context ? 'reconciliation' or last_look.run_id is not null)
  and (last_look.run_id is null
    or run.context #>> '{reconciliation,decision}' is distinct from last_look.outcome
    or coalesce(run.context #>> '{reconciliation,adapter}', '') = ''
    or coalesce(run.context #>> '{reconciliation,reason}', '') = ''
    -- A person may know better than any artifact.
    or run.outcome in ('succeeded', 'partially_succeeded')
      and run.context #>> '{reconciliation,adapter}' <> 'operator'
      and run.context #>> '{reconciliation,related,id}' is null)
limit $5;
