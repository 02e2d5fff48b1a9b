-- How many endpoints a workspace has.
-- $1 workspace_id
select count(*)::int as count from settled.webhook_endpoints where workspace_id = $1;
