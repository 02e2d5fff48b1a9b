-- How many environments each workspace has, for the owner of the installation.
-- no params
select workspace_id, count(*)::integer as environments from platform.environments group by workspace_id;
