-- What the enabled endpoints of these workspaces asked to hear.
-- $1 workspace_ids
select workspace_id, id, event_types, environment_ids, since_sequence
from settled.webhook_endpoints
where workspace_id = any ($1::text[]) and disabled_at is null;
