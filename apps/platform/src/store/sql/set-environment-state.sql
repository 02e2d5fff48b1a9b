-- Says whether an environment is looked after; answers it if it exists.
-- $1 workspace_id, $2 environment_id, $3 state
update platform.environments set state = $3 where workspace_id = $1 and environment_id = $2 returning *;
