-- Notes that every item of a restore was judged.
-- $1 workspace_id, $2 environment_id, $3 restore_id
update platform.restores set judged_at = now()
where workspace_id = $1 and environment_id = $2 and restore_id = $3;
