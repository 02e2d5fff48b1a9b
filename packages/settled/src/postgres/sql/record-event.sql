-- Writes a line that moves nothing; if asked, makes the run due now unless a worker may still end it.
-- $1 workspace_id, $2 id, $3 event kind, $4 detail, $5 wake, $6 actor
with seen as (
  select run.workspace_id, run.id, settled.position_of(run) as position
  from settled.operation_runs run
  where run.workspace_id = $1 and run.id = $2
    and true
  for update of run
), moved as (
  update settled.operation_runs run
  set due_at = case
        when $5::boolean and run.owner_id is null and run.outcome is distinct from 'succeeded' then now()
        else run.due_at end,
      version = run.version + 1
  from seen
  where run.workspace_id = seen.workspace_id and run.id = seen.id
  returning run.*
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to", detail)
  select moved.workspace_id, moved.id, moved.version, $3, moved.attempt, $6::jsonb,
    seen.position, settled.position_of(moved), $4::jsonb
  from moved join seen using (workspace_id, id)
)
select * from moved;
