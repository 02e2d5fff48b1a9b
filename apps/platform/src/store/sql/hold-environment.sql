-- One environment, held until the end of the transaction: nobody else changes it meanwhile.
-- $1 workspace_id, $2 environment_id
select workspace_id, environment_id, name, state, provider
from platform.environments where workspace_id = $1 and environment_id = $2 for no key update;
