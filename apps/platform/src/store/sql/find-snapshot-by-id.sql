-- One snapshot of a workspace, whatever its environment; the reader compares the scope.
-- $1 workspace_id, $2 snapshot_id
select environment_id, snapshot_id, captured_by_run_id, state, snapshot_hash, normaliser_version, counts, sealed_at
from platform.snapshots where workspace_id = $1 and snapshot_id = $2;
