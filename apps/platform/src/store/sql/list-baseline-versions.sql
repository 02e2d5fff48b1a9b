-- What is known of the versions of a baseline without reading them, newest first.
-- $1 workspace_id, $2 baseline_id, $3 only below this version or null, $4 limit
select version, version_hash, entries, left_out, source, released_by, released_at
from platform.baseline_versions
where workspace_id = $1 and baseline_id = $2 and ($3::integer is null or version < $3::integer)
order by version desc limit $4;
