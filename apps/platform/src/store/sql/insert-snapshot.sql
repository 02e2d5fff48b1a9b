-- Inserts a sealed snapshot.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id, $4 run_id, $5 snapshot_hash, $6 normaliser_version, $7 counts
insert into platform.snapshots
  (workspace_id, environment_id, snapshot_id, captured_by_run_id, state, snapshot_hash, normaliser_version, counts)
values ($1, $2, $3, $4, 'sealed', $5, $6, $7);
