-- One restore, whatever its environment.
-- $1 workspace_id, $2 restore_id
select environment_id, restore_id, run_id, snapshot_id, resumes_restore_id, options, plan_hash, sealed_at, judged_at
from platform.restores where workspace_id = $1 and restore_id = $2;
