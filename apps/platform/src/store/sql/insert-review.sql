-- Inserts a review at the head of its lineage; no row if its place, its content or its predecessor is taken.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 run_id, $5 fingerprint, $6 lineage_key, $7 sequence,
-- $8 supersedes_id, $9 document_hash, $10 completeness, $11 snapshot_id, $12 period_key, $13 baseline_id,
-- $14 baseline_version, $15 as_of
insert into platform.reviews
  (workspace_id, environment_id, review_id, composed_by_run_id, fingerprint, lineage_key, sequence, supersedes_id,
   document_hash, completeness, status, snapshot_id, period_key, baseline_id, baseline_version, as_of)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'current', $11, $12, $13, $14, $15)
on conflict do nothing
returning review_id;
