-- Says in which zone a workspace tells its times.
-- $1 workspace_id, $2 time_zone
update platform.workspaces set time_zone = $2 where workspace_id = $1;
