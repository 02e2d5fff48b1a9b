-- Takes deliveries that no engine knows of yet, and notes that one does.
-- $1 limit
update settled.webhook_deliveries delivery
set handed_over_at = now()
from (
  select workspace_id, endpoint_id, id from settled.webhook_deliveries
  where handed_over_at is null
  order by created_at
  limit $1
  for update skip locked
) waiting
where delivery.workspace_id = waiting.workspace_id and delivery.endpoint_id = waiting.endpoint_id
  and delivery.id = waiting.id
returning delivery.workspace_id, delivery.endpoint_id, delivery.id, delivery.event_type, delivery.errand_id;
