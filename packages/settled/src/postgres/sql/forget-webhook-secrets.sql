-- Takes secrets away that have expired.
-- $1 limit
delete from settled.webhook_secrets secret
using (
  select workspace_id, endpoint_id, id from settled.webhook_secrets
  where expires_at < now()
  limit $1
  for update skip locked
) old
where secret.workspace_id = old.workspace_id and secret.endpoint_id = old.endpoint_id and secret.id = old.id
returning secret.id;
