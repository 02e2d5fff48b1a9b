-- The restores that bear a run, whatever their environment.
-- $1 workspace_id, $2 run_id
select environment_id, restore_id, run_id, snapshot_id, resumes_restore_id, options, plan_hash, sealed_at, judged_at
from platform.restores where workspace_id = $1 and run_id = $2
order by sealed_at, restore_id limit 10;
