-- How many types each of these snapshots names, and how many of them it covers completely.
-- $1 workspace_id, $2 environment_id, $3 snapshot_ids
select snapshot_id, count(*)::integer as types, (count(*) filter (where status = 'complete'))::integer as complete
from platform.snapshot_coverage
where workspace_id = $1 and environment_id = $2 and snapshot_id = any ($3::uuid[])
group by snapshot_id;
