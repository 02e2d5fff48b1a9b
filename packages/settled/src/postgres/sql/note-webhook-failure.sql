-- Counts a failure of an endpoint.
-- $1 workspace_id, $2 id
update settled.webhook_endpoints
set failing_since = coalesce(failing_since, now()), failures_in_row = failures_in_row + 1
where workspace_id = $1 and id = $2
returning url, failures_in_row, disabled_at is not null as is_disabled,
  extract(epoch from now() - failing_since) * 1000 as failing_for_ms;
