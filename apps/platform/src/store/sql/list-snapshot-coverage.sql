-- What of each type a snapshot covered.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id
select type, status, items, reason
from platform.snapshot_coverage where workspace_id = $1 and environment_id = $2 and snapshot_id = $3
order by type collate "C";
