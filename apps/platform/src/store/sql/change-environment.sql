-- Says what an environment is called and whether it is looked after; answers it if it exists.
-- $1 workspace_id, $2 environment_id, $3 name, $4 state
update platform.environments set name = $3, state = $4 where workspace_id = $1 and environment_id = $2
returning workspace_id, environment_id, name, state, provider;
