-- The environments of a workspace.
-- $1 workspace_id
select workspace_id, environment_id, name, state, provider
from platform.environments where workspace_id = $1 order by name, environment_id limit 1000;
