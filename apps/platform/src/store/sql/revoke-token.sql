-- Revokes a service token; answers no row if it was revoked before.
-- $1 workspace_id, $2 token_id
update platform.service_tokens set revoked_at = now()
where workspace_id = $1 and token_id = $2 and revoked_at is null returning token_id;
