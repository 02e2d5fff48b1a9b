-- Makes a workspace unless it exists.
-- $1 workspace_id, $2 name
insert into platform.workspaces (workspace_id, name) values ($1, $2) on conflict do nothing;
