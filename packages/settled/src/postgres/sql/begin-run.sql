-- Gives a run to a worker whose lease lives, unless a living worker has it.
-- $1 workspace_id, $2 id, $3 version, $4 owner_id, $5 due_after_ms, $6 actor
with lease as (
  -- Held against the sweeper, which ends a lease only under a stronger lock and then looks for its runs.
  select id from settled.worker_leases
  where id = $4 and ended_at is null and expires_at > now()
  for key share
), seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run, lease
  where run.workspace_id = $1 and run.id = $2
    and run.version = $3
    and (run.status = 'queued' or run.status = 'running' and (run.owner_id is null or not exists (
      select from settled.worker_leases other
      where other.id = run.owner_id and other.ended_at is null and other.expires_at > now())))
  for update of run
), moved as (
  update settled.operation_runs run
  set status = 'running', attempt = run.attempt + 1, owner_id = $4, progress = null,
      started_at = coalesce(run.started_at, greatest(now(), run.created_at)), due_at = settled.after_ms($5),
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, 'begun', moved.attempt, $6::jsonb,
    seen.position, settled.position_of(moved), '{}'::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
