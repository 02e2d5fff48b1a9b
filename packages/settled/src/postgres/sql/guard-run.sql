-- Locks a run for its attempt until the transaction ends; the new version makes every judgement in flight void.
-- $1 workspace_id, $2 id, $3 attempt, $4 owner_id
update settled.operation_runs
set version = version + 1
where workspace_id = $1 and id = $2 and attempt = $3 and owner_id = $4 and status = 'running'
returning *;
