-- A page of an environment's reviews, newest first.
-- $1 workspace_id, $2 environment_id, $3 cursor created_at, $4 cursor review_id, $5 limit
select review_id, environment_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id, document_hash,
  completeness::float8 as completeness, status, snapshot_id, period_key, baseline_id, baseline_version, as_of, created_at
from platform.reviews where workspace_id = $1 and environment_id = $2
  and ($3::timestamptz is null or (created_at, review_id) < ($3::timestamptz, $4::uuid))
order by created_at desc, review_id desc limit $5;
