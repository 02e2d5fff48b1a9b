-- The newest snapshots of an environment.
-- $1 workspace_id, $2 environment_id
select snapshot_id, captured_by_run_id, state, snapshot_hash, normaliser_version, counts, sealed_at
from platform.snapshots where workspace_id = $1 and environment_id = $2
order by sealed_at desc, snapshot_id desc limit 50;
