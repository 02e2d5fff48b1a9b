-- Names the workspace that the rest of a transaction writes in.
-- $1 workspace_id
select set_config('settled_scope.workspace_id', $1, true);
