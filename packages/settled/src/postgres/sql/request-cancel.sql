-- Notes the wish to cancel a running run.
-- $1 workspace_id, $2 id, $3 version, $4 detail, $5 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and run.version = $3 and run.status = 'running' and run.cancel_requested_at is null
  for update of run
), moved as (
  update settled.operation_runs run
  set cancel_requested_at = now(),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'cancel_requested', moved.attempt, $5::jsonb,
    seen.position, settled.position_of(moved), $4::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
