-- Inserts a pack that is complete or has failed; no row if the same pack stands already.
-- $1 workspace_id, $2 environment_id, $3 pack_id, $4 review_id, $5 profile, $6 renderer_version, $7 locale,
-- $8 redaction_version, $9 branding_hash, $10 predecessor_fingerprint, $11 pack_fingerprint, $12 status, $13 run_id,
-- $14 files_hash, $15 failure, $16 failure_detail
insert into platform.review_packs
  (workspace_id, environment_id, pack_id, review_id, profile, renderer_version, locale, redaction_version, branding_hash,
   predecessor_fingerprint, pack_fingerprint, status, rendered_by_run_id, files_hash, failure,
   failure_detail)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict do nothing
returning pack_id;
