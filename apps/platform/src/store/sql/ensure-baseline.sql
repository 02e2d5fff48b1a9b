-- Makes a baseline of this name unless the workspace has it.
-- $1 workspace_id, $2 baseline_id, $3 name
insert into platform.baselines (workspace_id, baseline_id, name) values ($1, $2, $3) on conflict do nothing;
