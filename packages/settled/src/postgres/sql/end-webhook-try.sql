-- Writes down what became of a try; what fails is not written over what a later try has found.
-- $1 workspace_id, $2 endpoint_id, $3 id, $4 tries, $5 status, $6 last_status, $7 last_error
update settled.webhook_deliveries
set status = $5, last_status = $6, last_error = $7,
    ended_at = case when $5 = 'failed' then null else now() end
where workspace_id = $1 and endpoint_id = $2 and id = $3 and status <> 'delivered'
  and ($5 = 'delivered' or tries = $4);
