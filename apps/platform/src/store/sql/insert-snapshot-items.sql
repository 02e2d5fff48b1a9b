-- Inserts items of a snapshot.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id, $4 items
insert into platform.snapshot_items
  (workspace_id, environment_id, snapshot_id, type, item_key, state, provider_id, display_name, file, raw_hash,
   content_hash, assignment_hash, meta_hash, declared_settings, actual_settings, remarks)
select $1, $2, $3, type, item_key, state, provider_id, display_name, file, raw_hash,
  content_hash, assignment_hash, meta_hash, declared_settings, actual_settings, remarks
from jsonb_to_recordset($4::jsonb) as item (type text, item_key text, state text, provider_id text,
  display_name text, file text, raw_hash text, content_hash text, assignment_hash text, meta_hash text,
  declared_settings integer, actual_settings integer, remarks jsonb);
