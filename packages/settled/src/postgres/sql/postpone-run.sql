-- Moves the next look at the truth; null = never again.
-- $1 workspace_id, $2 id, $3 version, $4 due_after_ms
update settled.operation_runs
set due_at = settled.after_ms($4), version = version + 1
where workspace_id = $1 and id = $2 and version = $3
returning *;
