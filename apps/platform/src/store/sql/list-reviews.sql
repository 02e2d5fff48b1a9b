-- The reviews of an environment, newest first.
-- $1 workspace_id, $2 environment_id
select review_id, environment_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id, document_hash,
  completeness::float8 as completeness, status, snapshot_id, period_key, baseline_id, baseline_version, as_of, created_at
from platform.reviews where workspace_id = $1 and environment_id = $2
order by created_at desc, review_id desc limit 200;
