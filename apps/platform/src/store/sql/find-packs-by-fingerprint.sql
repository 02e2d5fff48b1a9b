-- The standing packs of these fingerprints.
-- $1 workspace_id, $2 environment_id, $3 pack_fingerprints
select pack_id, environment_id, review_id, profile, renderer_version, locale, redaction_version, branding_hash,
  predecessor_fingerprint, pack_fingerprint, status, rendered_by_run_id, files_hash, failure, failure_detail, revoked_at, revoked_by,
  revoke_reason, created_at
from platform.review_packs
where workspace_id = $1 and environment_id = $2 and pack_fingerprint = any ($3::text[]) and status = 'ready';
