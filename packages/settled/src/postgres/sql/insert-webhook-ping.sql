-- Makes a delivery that tells of no run.
-- $1 workspace_id, $2 endpoint_id, $3 id, $4 event_type, $5 body, $6 errand_id
insert into settled.webhook_deliveries (workspace_id, endpoint_id, id, event_type, body, errand_id)
values ($1, $2, $3, $4, $5, $6)
returning *;
