-- Makes the deliveries of events; what was made of an event before stays as it is.
-- $1 deliveries: [{ workspace_id, endpoint_id, id, event_type, sequence, body, errand_id }]
insert into settled.webhook_deliveries (workspace_id, endpoint_id, id, event_type, sequence, body, errand_id)
select workspace_id, endpoint_id, id, event_type, sequence, body, errand_id
from jsonb_to_recordset($1::jsonb) as made
  (workspace_id text, endpoint_id uuid, id uuid, event_type text, sequence bigint, body text, errand_id uuid)
on conflict do nothing;
