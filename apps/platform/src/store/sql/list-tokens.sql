-- The service tokens of a workspace, newest first.
-- $1 workspace_id
select token_id, name, shown_prefix, role, scopes, environment_ids, created_by, created_at, expires_at, revoked_at,
  last_used_at, expires_at <= now() as is_expired
from platform.service_tokens where workspace_id = $1 order by created_at desc, token_id limit 1000;
