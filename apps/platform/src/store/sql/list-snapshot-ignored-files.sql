-- The files of an export that are known to be no policy.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id
select file, reason from platform.snapshot_ignored_files
where workspace_id = $1 and environment_id = $2 and snapshot_id = $3 order by file collate "C";
