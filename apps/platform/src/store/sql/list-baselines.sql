-- A page of the baselines of a workspace by name, each with its newest version.
-- $1 workspace_id, $2 cursor name, $3 limit
select baseline.baseline_id, baseline.name, newest.version, newest.version_hash, newest.entries, newest.left_out,
  newest.source, newest.released_by, newest.released_at
from platform.baselines baseline
cross join lateral (
  select version, version_hash, entries, left_out, source, released_by, released_at
  from platform.baseline_versions released
  where released.workspace_id = $1 and released.baseline_id = baseline.baseline_id
  order by version desc limit 1
) newest
where baseline.workspace_id = $1 and ($2::text is null or baseline.name collate "C" > $2::text collate "C")
order by baseline.name collate "C" limit $3;
