-- The endpoints of a workspace, or one of them, oldest first, each with what may be shown of its secrets.
-- $1 workspace_id, $2 id or null
select endpoint.*, coalesce((
  select jsonb_agg(jsonb_build_object('id', secret.id, 'prefix', secret.prefix,
    'created_at', settled.iso(secret.created_at), 'expires_at', settled.iso(secret.expires_at))
    order by secret.id desc)
  from settled.webhook_secrets secret
  where secret.workspace_id = endpoint.workspace_id and secret.endpoint_id = endpoint.id
    and (secret.expires_at is null or secret.expires_at > now())
), '[]') as secrets
from settled.webhook_endpoints endpoint
where endpoint.workspace_id = $1 and ($2::uuid is null or endpoint.id = $2::uuid)
order by endpoint.id;
