-- Timelines whose versions do not grow with their sequence, or pass the version of the run.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with line as (
  select event.workspace_id, event.run_id, event.version,
    lag(event.version) over (partition by event.workspace_id, event.run_id order by event.sequence) as before
  from settled.operation_run_events event
  where (event.workspace_id, event.run_id) > ($1, $2::uuid)
    and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
), newest as (
  select workspace_id, run_id, max(version) as version, bool_or(version <= before) as stalled
  from line
  group by workspace_id, run_id
)
select run.id as run_id, run.workspace_id,
  case
    when newest.stalled then 'The versions in its timeline do not grow.'
    else 'Its timeline has version ' || newest.version || ', but the run has version ' || run.version || '.'
  end as detail
from settled.operation_runs run
join newest on newest.workspace_id = run.workspace_id and newest.run_id = run.id
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and (newest.stalled or newest.version > run.version)
limit $5;
