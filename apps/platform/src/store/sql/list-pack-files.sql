-- The files of packs, in their order.
-- $1 workspace_id, $2 environment_id, $3 pack_ids
select pack_id, path, media_type, bytes::float8 as bytes, sha256 from platform.review_pack_files
where workspace_id = $1 and environment_id = $2 and pack_id = any ($3::uuid[]) order by pack_id, position;
