-- Marks the sets of a pack that was taken back, so that the same request is rendered anew.
-- $1 workspace_id, $2 environment_id, $3 pack_id
update platform.review_pack_sets as pack_set set status = 'revoked'
from platform.review_pack_set_members as member
where member.workspace_id = $1 and member.environment_id = $2 and member.pack_id = $3
  and pack_set.workspace_id = $1 and pack_set.environment_id = $2 and pack_set.pack_set_id = member.pack_set_id;
