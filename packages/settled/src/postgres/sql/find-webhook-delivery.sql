-- One delivery of an endpoint.
-- $1 workspace_id, $2 endpoint_id, $3 id
select * from settled.webhook_deliveries where workspace_id = $1 and endpoint_id = $2 and id = $3;
