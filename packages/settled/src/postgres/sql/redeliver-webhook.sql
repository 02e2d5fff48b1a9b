-- Sets a delivery that has ended under way anew, by an errand of its own.
-- $1 workspace_id, $2 endpoint_id, $3 id, $4 errand_id
update settled.webhook_deliveries
set status = 'pending', errand_id = $4, handed_over_at = null, ended_at = null
where workspace_id = $1 and endpoint_id = $2 and id = $3 and status in ('delivered', 'given_up')
returning *;
