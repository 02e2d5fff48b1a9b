-- Settles a run by what is true, in the version that was judged.
-- $1 workspace_id, $2 id, $3 version, $4 record, $5 summary, $6 due_after_ms, $7 detail, $8 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and run.version = $3
    and (run.status <> 'completed'
      or run.outcome <> 'succeeded' and run.outcome <> $4::jsonb ->> 'decision')
  for update of run
), moved as (
  update settled.operation_runs run
  set status = 'completed', outcome = $4::jsonb ->> 'decision', owner_id = null,
      context = run.context || jsonb_build_object('reconciliation',
        $4::jsonb || jsonb_build_object('decided_at', settled.iso(now()))),
      summary = coalesce($5::jsonb, run.summary), due_at = settled.after_ms($6),
      completed_at = coalesce(run.completed_at, greatest(now(), run.started_at, run.created_at)),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'reconciled', moved.attempt, $8::jsonb,
    seen.position, settled.position_of(moved), $7::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
