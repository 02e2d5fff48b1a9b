-- The baseline that the last review of an environment was compared with; null if it was compared with none.
-- $1 workspace_id, $2 environment_id
select baseline_id
from platform.reviews where workspace_id = $1 and environment_id = $2 and status in ('current', 'superseded')
order by as_of desc, sequence desc limit 1;
