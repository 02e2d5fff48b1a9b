-- Every workspace of the installation, by name.
-- no params
select workspace_id, name from platform.list_every_workspace();
