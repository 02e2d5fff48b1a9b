-- The valid reviews of a fingerprint.
-- $1 workspace_id, $2 environment_id, $3 fingerprint
select review_id, environment_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id, document_hash,
  completeness::float8 as completeness, status, snapshot_id, period_key, baseline_id, baseline_version, as_of, created_at
from platform.reviews where workspace_id = $1 and environment_id = $2 and fingerprint = $3 and status not in ('invalid', 'withdrawn')
order by review_id;
