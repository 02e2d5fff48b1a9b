-- The restores of an environment, newest first, 50 at most.
-- $1 workspace_id, $2 environment_id
select environment_id, restore_id, run_id, snapshot_id, resumes_restore_id, options, plan_hash, sealed_at, judged_at
from platform.restores where workspace_id = $1 and environment_id = $2
order by sealed_at desc, restore_id desc limit 50;
