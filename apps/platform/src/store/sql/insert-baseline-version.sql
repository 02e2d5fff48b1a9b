-- Releases a version of a baseline.
-- $1 workspace_id, $2 baseline_id, $3 version, $4 version_hash, $5 document, $6 entries, $7 left_out, $8 source,
-- $9 released_by
insert into platform.baseline_versions
  (workspace_id, baseline_id, version, version_hash, document, entries, left_out, source, released_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning released_at;
