-- One workspace, held as it stands until the end of the transaction.
-- $1 workspace_id
select workspace_id, name, time_zone from platform.workspaces where workspace_id = $1 for update;
