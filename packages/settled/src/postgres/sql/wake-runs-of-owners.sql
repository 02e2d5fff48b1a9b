-- Makes the runs of dead workers due, with the line that they went silent.
-- $1 owner_ids, $2 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.owner_id = any ($1::uuid[]) and run.status = 'running'
  order by run.workspace_id, run.id
  for update of run
), moved as (
  update settled.operation_runs run
  set due_at = now(), version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'went_silent', moved.attempt, $2::jsonb,
    seen.position, settled.position_of(moved), jsonb_build_object('owner_id', moved.owner_id)
  from moved join seen using (workspace_id, id)
)
select id from moved;
