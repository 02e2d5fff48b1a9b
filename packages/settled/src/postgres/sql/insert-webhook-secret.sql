-- Puts a secret in force; those before it expire. Rounded up, one that expires at once would live for part of a moment.
-- $1 workspace_id, $2 endpoint_id, $3 id, $4 prefix, $5 secret, $6 others_expire_after_ms
with older as (
  update settled.webhook_secrets
  set expires_at = least(coalesce(expires_at, 'infinity'), date_trunc('milliseconds', settled.after_ms($6)))
  where workspace_id = $1 and endpoint_id = $2 and id <> $3
)
insert into settled.webhook_secrets (workspace_id, endpoint_id, id, prefix, secret) values ($1, $2, $3, $4, $5);
