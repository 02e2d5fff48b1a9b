-- Notes that the job of a queued run was handed over.
-- $1 workspace_id, $2 id, $3 version, $4 dispatch, $5 event kind, $6 due_after_ms, $7 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and run.version = $3 and run.status = 'queued'
  for update of run
), moved as (
  update settled.operation_runs run
  set context = run.context || jsonb_build_object('dispatch',
        $4::jsonb || jsonb_build_object('dispatched_at', settled.iso(now()))),
      queued_at = greatest(now(), run.created_at), due_at = settled.after_ms($6),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, $5, moved.attempt, $7::jsonb,
    seen.position, settled.position_of(moved), '{}'::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
