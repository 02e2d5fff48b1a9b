-- Notes how far the attempt that owns the run has come.
-- $1 workspace_id, $2 id, $3 attempt, $4 owner_id, $5 progress
update settled.operation_runs
set progress = $5, version = version + 1
where workspace_id = $1 and id = $2 and attempt = $3 and owner_id = $4 and status = 'running'
returning *;
