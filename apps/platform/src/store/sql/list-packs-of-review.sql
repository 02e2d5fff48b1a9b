-- The packs of a review, newest first.
-- $1 workspace_id, $2 environment_id, $3 review_id
select pack_id, environment_id, review_id, profile, renderer_version, locale, redaction_version, branding_hash,
  predecessor_fingerprint, pack_fingerprint, status, rendered_by_run_id, files_hash, failure, failure_detail, revoked_at, revoked_by,
  revoke_reason, created_at
from platform.review_packs where workspace_id = $1 and environment_id = $2 and review_id = $3
order by created_at desc, pack_id desc limit 200;
