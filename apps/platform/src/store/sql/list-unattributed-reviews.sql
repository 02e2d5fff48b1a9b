-- The reviews of a time whose run nobody knows, as an import leaves them.
-- $1 workspace_id, $2 environment_id, $3 created_from, $4 created_until
select review_id, environment_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id, document_hash,
  completeness::float8 as completeness, status, snapshot_id, period_key, baseline_id, baseline_version, as_of, created_at
from platform.reviews where workspace_id = $1 and environment_id = $2 and composed_by_run_id is null
  and created_at between $3 and coalesce($4, now()) and status <> 'invalid'
order by review_id limit 20;
