-- Inserts the files that are known to be no policy.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id, $4 files
insert into platform.snapshot_ignored_files (workspace_id, environment_id, snapshot_id, file, reason)
select $1, $2, $3, file, reason from jsonb_to_recordset($4::jsonb) as ignored (file text, reason text);
