-- One set of a workspace, whatever its environment; the reader compares the scope.
-- $1 workspace_id, $2 pack_set_id
select pack_set_id, environment_id, review_id, made_by_run_id, set_fingerprint, status, created_at
from platform.review_pack_sets where workspace_id = $1 and pack_set_id = $2;
