-- Holds an endpoint against other writers until the transaction ends.
-- $1 workspace_id, $2 id
select id from settled.webhook_endpoints where workspace_id = $1 and id = $2 for no key update;
