-- The number of the newest version of a baseline.
-- $1 workspace_id, $2 baseline_id
select version from platform.baseline_versions where workspace_id = $1 and baseline_id = $2
order by version desc limit 1;
