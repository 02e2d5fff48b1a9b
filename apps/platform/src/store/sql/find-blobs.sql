-- Many contents by their hashes.
-- $1 workspace_id, $2 hashes
select hash, bytes from platform.blobs where workspace_id = $1 and hash = any ($2::text[]);
