-- The items of a snapshot.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id
select type, item_key, state, provider_id, display_name, file, raw_hash, content_hash, assignment_hash, meta_hash,
  declared_settings, actual_settings, remarks
from platform.snapshot_items where workspace_id = $1 and environment_id = $2 and snapshot_id = $3
order by type collate "C", item_key collate "C";
