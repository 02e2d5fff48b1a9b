-- A page of an environment's snapshots, newest first.
-- $1 workspace_id, $2 environment_id, $3 cursor sealed_at, $4 cursor snapshot_id, $5 limit
select snapshot_id, captured_by_run_id, state, snapshot_hash, normaliser_version, counts, sealed_at
from platform.snapshots where workspace_id = $1 and environment_id = $2
  and ($3::timestamptz is null or (sealed_at, snapshot_id) < ($3::timestamptz, $4::uuid))
order by sealed_at desc, snapshot_id desc limit $5;
