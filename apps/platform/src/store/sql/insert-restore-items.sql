-- Inserts the items of a sealed plan.
-- $1 workspace_id, $2 environment_id, $3 restore_id, $4 items
insert into platform.restore_items (workspace_id, environment_id, restore_id, item_no, action, planned)
select $1, $2, $3, item_no, action, planned
from jsonb_to_recordset($4::jsonb) as item (item_no integer, action text, planned jsonb);
