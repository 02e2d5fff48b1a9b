-- One service token of a workspace.
-- $1 workspace_id, $2 token_id
select token_id, name, shown_prefix, role, scopes, environment_ids, created_by, created_at, expires_at, revoked_at,
  last_used_at, expires_at <= now() as is_expired
from platform.service_tokens where workspace_id = $1 and token_id = $2;
