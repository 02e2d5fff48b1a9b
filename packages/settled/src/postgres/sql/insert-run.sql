-- Inserts a queued run unless an active one has the same identity; answers the row only if it was inserted.
-- $1 workspace_id, $2 id, $3 environment_id, $4 operation_type, $5 identity_key, $6 initiator, $7 input,
-- $8 context, $9 due_after_ms, $10 rerun_of, $11 actor, $12 detail
with created as (
  insert into settled.operation_runs
    (workspace_id, id, environment_id, operation_type, identity_key, initiator, input, context, due_at, rerun_of)
  values ($1, $2, $3, $4, $5, $6, $7, $8, settled.after_ms($9), $10)
  on conflict do nothing
  returning *
), logged as (
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to", detail)
  select workspace_id, id, version, 'created', attempt, $11::jsonb, settled.position_of(created), $12::jsonb from created
)
select * from created;
