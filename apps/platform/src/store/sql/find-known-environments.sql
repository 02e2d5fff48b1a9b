-- Which of some environments a workspace has.
-- $1 workspace_id, $2 environment_ids
select environment_id from platform.environments where workspace_id = $1 and environment_id = any ($2);
