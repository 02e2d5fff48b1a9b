-- Which of these contents the workspace has already.
-- $1 workspace_id, $2 hashes
select hash from platform.blobs where workspace_id = $1 and hash = any ($2::text[]);
