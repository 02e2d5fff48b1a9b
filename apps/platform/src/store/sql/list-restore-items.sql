-- The items of a restore in the order of writing.
-- $1 workspace_id, $2 environment_id, $3 restore_id
select planned, judgement from platform.restore_items
where workspace_id = $1 and environment_id = $2 and restore_id = $3
order by item_no;
