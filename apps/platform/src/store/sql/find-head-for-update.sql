-- The last row of a lineage, whatever became of it, locked: whoever extends the lineage next waits here.
-- $1 workspace_id, $2 environment_id, $3 lineage_key
select review_id, environment_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id, document_hash,
  completeness::float8 as completeness, status, snapshot_id, period_key, baseline_id, baseline_version, as_of, created_at
from platform.reviews where workspace_id = $1 and environment_id = $2 and lineage_key = $3
order by sequence desc limit 1
for update;
