-- Keeps a new service token by the hash of its secret.
-- $1 workspace_id, $2 token_id, $3 name, $4 shown_prefix, $5 secret_hash, $6 role, $7 scopes, $8 environment_ids, $9 created_by, $10 valid days
insert into platform.service_tokens (workspace_id, token_id, name, shown_prefix, secret_hash, role, scopes,
  environment_ids, created_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => $10));
