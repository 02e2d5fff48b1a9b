-- Forgets the failures of an endpoint; writes nothing where there are none.
-- $1 workspace_id, $2 id
update settled.webhook_endpoints
set failing_since = null, failures_in_row = 0
where workspace_id = $1 and id = $2 and failing_since is not null;
