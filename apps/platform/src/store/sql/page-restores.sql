-- A page of an environment's restores, newest first.
-- $1 workspace_id, $2 environment_id, $3 cursor sealed_at, $4 cursor restore_id, $5 limit
select environment_id, restore_id, run_id, snapshot_id, resumes_restore_id, options, plan_hash, sealed_at, judged_at
from platform.restores where workspace_id = $1 and environment_id = $2
  and ($3::timestamptz is null or (sealed_at, restore_id) < ($3::timestamptz, $4::uuid))
order by sealed_at desc, restore_id desc limit $5;
