-- Journals a request before it is sent; the fence is held by the transaction.
-- $1 workspace_id, $2 environment_id, $3 restore_id, $4 item_no, $5 step, $6 fence, $7 pre_ids, $8 outcome, $9 reason
insert into platform.restore_attempts
  (workspace_id, environment_id, restore_id, attempt_no, item_no, step, fence, pre_ids, outcome, reason)
select $1, $2, $3, coalesce(max(attempt_no), 0) + 1, $4, $5, $6, $7, $8, $9
from platform.restore_attempts where workspace_id = $1 and environment_id = $2 and restore_id = $3
returning attempt_no;
