-- Names the packs of a set, and why a profile has none.
-- $1 workspace_id, $2 environment_id, $3 pack_set_id, $4 members
insert into platform.review_pack_set_members (workspace_id, environment_id, pack_set_id, profile, pack_id, missing)
select $1, $2, $3, profile, pack_id, missing
from jsonb_to_recordset($4::jsonb) as member (profile text, pack_id uuid, missing text);
