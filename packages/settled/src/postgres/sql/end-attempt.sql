-- Takes the run from an attempt that ended without finishing it.
-- $1 workspace_id, $2 id, $3 attempt, $4 owner_id, $5 failure, $6 detail, $7 due_after_ms, $8 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and run.attempt = $3 and run.owner_id = $4 and run.status = 'running'
  for update of run
), moved as (
  update settled.operation_runs run
  set owner_id = null, failure = coalesce($5::jsonb, run.failure), due_at = settled.after_ms($7),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'attempt_ended', moved.attempt, $8::jsonb,
    seen.position, settled.position_of(moved), $6::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
