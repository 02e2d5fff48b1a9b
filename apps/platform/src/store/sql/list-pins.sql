-- The pins of an environment for a baseline.
-- $1 workspace_id, $2 environment_id, $3 baseline_id
select type, match_key, provider_id, pinned_by, pinned_at
from platform.baseline_pins where workspace_id = $1 and environment_id = $2 and baseline_id = $3
order by type collate "C", match_key collate "C";
