-- The time zone that a workspace tells its times in, by its IANA name; null = none was chosen.
alter table platform.workspaces add column time_zone text check (length(time_zone) between 1 and 64);

-- Before a workspace is named row-level security shows nothing, and who has several is told the zone of each.
create function platform.time_zones_of_workspaces() returns table (workspace_id text, time_zone text)
language sql stable security definer set search_path = '' as $$
  select w.workspace_id, w.time_zone from platform.workspaces w where w.time_zone is not null
$$;
revoke execute on function platform.time_zones_of_workspaces() from public;
grant execute on function platform.time_zones_of_workspaces() to settled_server;
