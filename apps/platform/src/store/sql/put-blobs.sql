-- Keeps contents by their hash; one that is there already is left as it is.
-- $1 workspace_id, $2 hashes, $3 bytes
insert into platform.blobs (workspace_id, hash, bytes)
select $1, hash, bytes from unnest($2::text[], $3::bytea[]) as blob (hash, bytes)
on conflict do nothing;
