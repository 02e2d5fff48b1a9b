-- One run of a workspace.
-- $1 workspace_id, $2 id
select * from settled.operation_runs where workspace_id = $1 and id = $2;
