-- Makes an endpoint.
-- $1 workspace_id, $2 id, $3 url, $4 description, $5 event_types, $6 environment_ids
insert into settled.webhook_endpoints (workspace_id, id, url, description, event_types, environment_ids)
values ($1, $2, $3, $4, $5, $6);
