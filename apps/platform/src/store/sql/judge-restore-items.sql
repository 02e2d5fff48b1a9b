-- Keeps what became of each item of a restore.
-- $1 workspace_id, $2 environment_id, $3 restore_id, $4 judgements
update platform.restore_items as item set truth = judged.truth, judgement = judged.judgement
from jsonb_to_recordset($4::jsonb) as judged (item_no integer, truth text, judgement jsonb)
where item.workspace_id = $1 and item.environment_id = $2 and item.restore_id = $3 and item.item_no = judged.item_no;
