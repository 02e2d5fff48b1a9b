-- For each item of a restore the ids that stood before its first create was sent.
-- $1 workspace_id, $2 environment_id, $3 restore_id
select distinct on (item_no) item_no, pre_ids
from platform.restore_attempts
where workspace_id = $1 and environment_id = $2 and restore_id = $3 and step = 'create' and pre_ids is not null
order by item_no, attempt_no;
