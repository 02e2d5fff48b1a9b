-- Inserts what of each type was covered.
-- $1 workspace_id, $2 environment_id, $3 snapshot_id, $4 coverage
insert into platform.snapshot_coverage (workspace_id, environment_id, snapshot_id, type, status, items, reason)
select $1, $2, $3, type, status, items, reason
from jsonb_to_recordset($4::jsonb) as coverage (type text, status text, items integer, reason text);
