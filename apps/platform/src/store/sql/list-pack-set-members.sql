-- The profiles of a set.
-- $1 workspace_id, $2 environment_id, $3 pack_set_id
select profile, pack_id, missing from platform.review_pack_set_members
where workspace_id = $1 and environment_id = $2 and pack_set_id = $3 order by profile;
