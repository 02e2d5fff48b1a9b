-- Gives a delivery up whose errand has left it under way.
-- $1 workspace_id, $2 endpoint_id, $3 id, $4 errand_id, $5 last_error
update settled.webhook_deliveries
set status = 'given_up', last_error = $5, ended_at = now()
where workspace_id = $1 and endpoint_id = $2 and id = $3 and errand_id = $4 and status in ('pending', 'failed');
