-- The time zones of some workspaces; one that has chosen none is not in the answer.
-- $1 workspace_ids
select workspace_id, time_zone from platform.time_zones_of_workspaces() where workspace_id = any ($1);
