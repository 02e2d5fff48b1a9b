-- The journal of a restore, without the ids that stood before.
-- $1 workspace_id, $2 environment_id, $3 restore_id
select attempt_no, item_no, step, null::text[] as pre_ids, outcome, reason, http_status, request_id, response_id,
  approval_code, approval_expires_at, started_at,
  (extract(epoch from (clock_timestamp() - started_at)) * 1000)::float8 as age_ms
from platform.restore_attempts
where workspace_id = $1 and environment_id = $2 and restore_id = $3
order by attempt_no;
