-- Waits for others who make an endpoint of this workspace, until the end of the transaction.
-- $1 workspace_id
select pg_advisory_xact_lock(hashtextextended('settled.webhook_endpoints ' || $1, 0));
