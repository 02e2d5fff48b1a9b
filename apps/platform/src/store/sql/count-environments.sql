-- How many environments each of some workspaces has; one without any is not in the answer.
-- $1 workspace_ids
select workspace_id, environments from platform.environments_of_workspaces() where workspace_id = any ($1);
