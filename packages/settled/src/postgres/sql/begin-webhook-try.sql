-- Counts a try of a delivery that is still under way by this errand, and answers all that sending it needs.
-- $1 workspace_id, $2 endpoint_id, $3 id, $4 errand_id
with begun as (
  update settled.webhook_deliveries
  set tries = tries + 1, tried_at = now()
  where workspace_id = $1 and endpoint_id = $2 and id = $3 and errand_id = $4 and status in ('pending', 'failed')
  returning *
)
select begun.event_type, begun.body, begun.tries, now() as at, endpoint.url, endpoint.disabled_at,
  array(
    select secret.secret from settled.webhook_secrets secret
    where secret.workspace_id = $1 and secret.endpoint_id = $2
      and (secret.expires_at is null or secret.expires_at > now())
    order by secret.id desc
  ) as secrets
from begun
left join settled.webhook_endpoints endpoint
  on endpoint.workspace_id = begun.workspace_id and endpoint.id = begun.endpoint_id;
