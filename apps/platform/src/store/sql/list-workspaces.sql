-- All workspaces, for the owner of the installation.
-- no params
select workspace_id, name from platform.workspaces_of_installation();
