-- One workspace.
-- $1 workspace_id
select workspace_id, name from platform.workspaces where workspace_id = $1;
