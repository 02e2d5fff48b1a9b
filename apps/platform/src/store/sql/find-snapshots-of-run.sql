-- The snapshots that a run captured in its environment.
-- $1 workspace_id, $2 environment_id, $3 run_id
select snapshot_id, captured_by_run_id, state, snapshot_hash, normaliser_version, counts, sealed_at
from platform.snapshots where workspace_id = $1 and environment_id = $2 and captured_by_run_id = $3;
