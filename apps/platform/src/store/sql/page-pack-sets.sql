-- A page of an environment's sets of packs, newest first.
-- $1 workspace_id, $2 environment_id, $3 cursor created_at, $4 cursor pack_set_id, $5 limit
select pack_set_id, environment_id, review_id, made_by_run_id, set_fingerprint, status, created_at
from platform.review_pack_sets where workspace_id = $1 and environment_id = $2
  and ($3::timestamptz is null or (created_at, pack_set_id) < ($3::timestamptz, $4::uuid))
order by created_at desc, pack_set_id desc limit $5;
