-- Disables an endpoint for a reason, or enables it and forgets its failures; what it is already, it stays.
-- $1 workspace_id, $2 id, $3 disabled_because or null
update settled.webhook_endpoints
set disabled_at = case when $3::text is null then null else now() end, disabled_because = $3::text,
    since_sequence = default, failing_since = null, failures_in_row = 0, changed_at = now(), version = version + 1
where workspace_id = $1 and id = $2 and (disabled_at is null) is distinct from ($3::text is null);
