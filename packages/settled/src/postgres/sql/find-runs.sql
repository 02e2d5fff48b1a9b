-- Those of the given runs that the workspace has.
-- $1 workspace_id, $2 ids
select * from settled.operation_runs where workspace_id = $1 and id = any ($2::uuid[]);
