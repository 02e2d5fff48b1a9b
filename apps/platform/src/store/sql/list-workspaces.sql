-- All workspaces, for the owner of the installation.
-- no params
select workspace_id, name from platform.workspaces order by name, workspace_id limit 1000;
