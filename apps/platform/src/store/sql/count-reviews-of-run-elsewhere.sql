-- How many reviews of other environments bear a run: none of them may be shown for it.
-- $1 workspace_id, $2 environment_id, $3 run_id
select count(*)::int as reviews
from platform.reviews where workspace_id = $1 and environment_id <> $2 and composed_by_run_id = $3;
