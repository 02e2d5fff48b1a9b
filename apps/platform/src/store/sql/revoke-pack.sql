-- Takes a standing pack back; no row if it does not stand.
-- $1 workspace_id, $2 environment_id, $3 pack_id, $4 revoked_by, $5 revoke_reason
update platform.review_packs
set status = 'revoked', revoked_at = now(), revoked_by = $4, revoke_reason = $5
where workspace_id = $1 and environment_id = $2 and pack_id = $3 and status = 'ready'
returning pack_id;
