-- One content.
-- $1 workspace_id, $2 hash
select bytes from platform.blobs where workspace_id = $1 and hash = $2;
