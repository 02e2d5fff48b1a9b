-- One version of a baseline; the newest where no number is given.
-- $1 workspace_id, $2 baseline_id, $3 version or null
select baseline_id, version, version_hash, document, released_at
from platform.baseline_versions
where workspace_id = $1 and baseline_id = $2 and ($3::integer is null or version = $3::integer)
order by version desc limit 1;
