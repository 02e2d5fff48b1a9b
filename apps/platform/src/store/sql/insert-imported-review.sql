-- Inserts a review as an import from another system would: without a fingerprint, in a lineage of its own.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 run_id, $5 lineage_key, $6 document_hash, $7 snapshot_id
insert into platform.reviews
  (workspace_id, environment_id, review_id, composed_by_run_id, lineage_key, sequence, document_hash, completeness,
   status, snapshot_id, period_key, as_of)
values ($1, $2, $3, $4, $5, 1, $6, 1, 'current', $7, 'adhoc', now());
