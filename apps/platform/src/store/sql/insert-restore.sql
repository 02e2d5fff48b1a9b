-- Seals the plan of a restore; its items follow in the same transaction.
-- $1 workspace_id, $2 environment_id, $3 restore_id, $4 run_id, $5 snapshot_id, $6 resumes_restore_id, $7 options,
-- $8 plan_hash, $9 fence
insert into platform.restores
  (workspace_id, environment_id, restore_id, run_id, snapshot_id, resumes_restore_id, options, plan_hash, fence)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
