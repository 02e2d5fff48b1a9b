-- What a run was frozen on.
-- $1 workspace_id, $2 environment_id, $3 run_id
select run_id, fingerprint, lineage_key, inputs, snapshot_id, baseline_id, baseline_version, decisions, document_hash, as_of
from platform.review_manifests where workspace_id = $1 and environment_id = $2 and run_id = $3;
