-- Every artifact by the run that made it, for the invariant checker.
-- no params
select 'environment.snapshot.capture' as operation_type, captured_by_run_id as run_id, workspace_id, environment_id,
  snapshot_id::text as artifact_id, state = 'sealed' as complete
from platform.snapshots where state <> 'failed'
union all
select 'environment.review.compose', composed_by_run_id, workspace_id, environment_id, review_id::text, status <> 'draft'
from platform.reviews where composed_by_run_id is not null
union all
select 'review.pack.render', made_by_run_id, workspace_id, environment_id, pack_set_id::text, true
from platform.review_pack_sets;
