-- The set that a run made.
-- $1 workspace_id, $2 environment_id, $3 run_id
select pack_set_id, environment_id, review_id, made_by_run_id, set_fingerprint, status, created_at
from platform.review_pack_sets where workspace_id = $1 and environment_id = $2 and made_by_run_id = $3;
