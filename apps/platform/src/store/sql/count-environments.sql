-- How many environments each workspace has, for the owner of the installation.
-- no params
select workspace_id, environments from platform.environments_of_workspaces();
