-- Writes down what an endpoint is to be from now on.
-- $1 workspace_id, $2 id, $3 url, $4 description, $5 event_types, $6 environment_ids
update settled.webhook_endpoints
set url = $3, description = $4, event_types = $5, environment_ids = $6,
    changed_at = now(), version = version + 1
where workspace_id = $1 and id = $2;
