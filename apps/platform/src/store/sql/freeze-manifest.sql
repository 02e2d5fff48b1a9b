-- Freezes what a run composes from; a later attempt finds what the first one froze.
-- $1 workspace_id, $2 environment_id, $3 run_id, $4 fingerprint, $5 lineage_key, $6 inputs, $7 snapshot_id
insert into platform.review_manifests
  (workspace_id, environment_id, run_id, fingerprint, lineage_key, inputs, snapshot_id, as_of)
values ($1, $2, $3, $4, $5, $6, $7, now())
on conflict do nothing;
