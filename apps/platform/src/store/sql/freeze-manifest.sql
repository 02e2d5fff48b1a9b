-- Freezes what a run composes from; a later attempt finds what the first one froze.
-- $1 workspace_id, $2 environment_id, $3 run_id, $4 fingerprint, $5 lineage_key, $6 inputs, $7 snapshot_id,
-- $8 baseline_id, $9 baseline_version, $10 decisions, $11 as_of
insert into platform.review_manifests
  (workspace_id, environment_id, run_id, fingerprint, lineage_key, inputs, snapshot_id, baseline_id, baseline_version,
   decisions, as_of)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict do nothing;
