-- Completes a running run for the attempt that owns it.
-- $1 workspace_id, $2 id, $3 attempt, $4 owner_id, $5 outcome, $6 context, $7 summary, $8 failure, $9 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and run.attempt = $3 and run.owner_id = $4 and run.status = 'running'
  for update of run
), moved as (
  update settled.operation_runs run
  set status = 'completed', outcome = $5, context = run.context || $6::jsonb,
      summary = coalesce($7::jsonb, run.summary), failure = coalesce($8::jsonb, run.failure),
      owner_id = null, due_at = null, completed_at = greatest(now(), run.started_at),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'finished', moved.attempt, $9::jsonb,
    seen.position, settled.position_of(moved), $6::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
