-- Names the files of a pack.
-- $1 workspace_id, $2 environment_id, $3 pack_id, $4 files
insert into platform.review_pack_files (workspace_id, environment_id, pack_id, position, path, media_type, bytes, sha256)
select $1, $2, $3, position, path, media_type, bytes, sha256
from jsonb_to_recordset($4::jsonb) as file (position integer, path text, media_type text, bytes bigint, sha256 text);
