-- A page of an environment's packs, newest first.
-- $1 workspace_id, $2 environment_id, $3 cursor created_at, $4 cursor pack_id, $5 limit
select pack_id, environment_id, review_id, profile, renderer_version, locale, redaction_version, branding_hash,
  predecessor_fingerprint, pack_fingerprint, status, rendered_by_run_id, files_hash, failure, failure_detail, revoked_at, revoked_by,
  revoke_reason, created_at
from platform.review_packs where workspace_id = $1 and environment_id = $2
  and ($3::timestamptz is null or (created_at, pack_id) < ($3::timestamptz, $4::uuid))
order by created_at desc, pack_id desc limit $5;
