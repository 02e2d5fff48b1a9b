-- Before a workspace is named row-level security shows nothing, and the owner of an installation chooses from all of them:
-- these answer names and counts, and nothing that lies in a workspace.
create function platform.workspaces_of_installation() returns table (workspace_id text, name text)
language sql stable security definer set search_path = pg_catalog as $$
  select workspace_id, name from platform.workspaces order by name, workspace_id limit 1000
$$;
create function platform.environments_of_workspaces() returns table (workspace_id text, environments integer)
language sql stable security definer set search_path = pg_catalog as $$
  select workspace_id, count(*)::integer from platform.environments group by workspace_id
$$;
revoke execute on function platform.workspaces_of_installation(), platform.environments_of_workspaces() from public;
grant execute on function platform.workspaces_of_installation(), platform.environments_of_workspaces() to settled_server;
