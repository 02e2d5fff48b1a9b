-- A page of an endpoint's deliveries, newest first, behind the id of one.
-- $1 workspace_id, $2 endpoint_id, $3 after or null, $4 limit
select * from settled.webhook_deliveries
where workspace_id = $1 and endpoint_id = $2 and ($3::uuid is null or id < $3::uuid)
order by id desc
limit $4;
