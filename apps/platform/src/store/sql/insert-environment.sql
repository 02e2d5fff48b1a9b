-- Makes an environment; no row if one of this id exists.
-- $1 workspace_id, $2 environment_id, $3 name, $4 provider
insert into platform.environments (workspace_id, environment_id, name, provider) values ($1, $2, $3, $4)
on conflict (workspace_id, environment_id) do nothing
returning workspace_id, environment_id, name, state, provider;
