-- Ends a queued run that was never begun.
-- $1 workspace_id, $2 id, $3 version, $4 context, $5 detail, $6 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and run.version = $3 and run.status = 'queued' and run.attempt = 0
  for update of run
), moved as (
  update settled.operation_runs run
  set status = 'completed', outcome = 'cancelled', context = run.context || $4::jsonb, due_at = null,
      cancel_requested_at = now(), completed_at = greatest(now(), run.created_at),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'cancelled', moved.attempt, $6::jsonb,
    seen.position, settled.position_of(moved), $5::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
