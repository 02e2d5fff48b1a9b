-- Takes an endpoint away, and its secrets with it.
-- $1 workspace_id, $2 id
delete from settled.webhook_endpoints where workspace_id = $1 and id = $2;
