-- The reviews whose content a run found again, whatever became of them since.
-- $1 workspace_id, $2 environment_id, $3 run_id
select review.review_id, review.environment_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id,
  document_hash, completeness::float8 as completeness, status, review.snapshot_id, period_key, baseline_id,
  baseline_version, as_of, created_at
from platform.review_confirmations as confirmation
join platform.reviews as review using (workspace_id, environment_id, review_id)
where confirmation.workspace_id = $1 and confirmation.environment_id = $2 and confirmation.run_id = $3
order by review.review_id;
