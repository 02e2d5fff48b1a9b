-- Runs with a late report that nobody looked at and nobody is going to look at.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with report as (
  select event.workspace_id, event.run_id, max(event.version) as version
  from settled.operation_run_events event
  where (event.workspace_id, event.run_id) > ($1, $2::uuid)
    and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
    and event.kind = 'late_report'
  group by event.workspace_id, event.run_id
)
select run.id as run_id, run.workspace_id,
  'A worker reported late, and no look at the truth followed or is due.' as detail
from settled.operation_runs run
join report on report.workspace_id = run.workspace_id and report.run_id = run.id
where run.outcome is distinct from 'succeeded' and run.owner_id is null and run.due_at is null
  and run.version <= report.version
limit $5;
