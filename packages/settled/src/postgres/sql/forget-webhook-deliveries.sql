-- Takes old deliveries away, a few at a time.
-- $1 older_than_ms, $2 limit
delete from settled.webhook_deliveries delivery
using (
  select workspace_id, endpoint_id, id from settled.webhook_deliveries
  where created_at < settled.after_ms(-$1::double precision)
  order by created_at
  limit $2
  for update skip locked
) old
where delivery.workspace_id = old.workspace_id and delivery.endpoint_id = old.endpoint_id and delivery.id = old.id
returning delivery.id;
