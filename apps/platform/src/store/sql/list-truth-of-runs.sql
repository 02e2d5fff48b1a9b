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
from platform.review_pack_sets
union all
-- A request whose answer nobody kept is looked up at the provider, so no row here says which run has made something of it.
select 'restore.execute', case
    when exists (select from platform.restore_attempts as attempt where attempt.workspace_id = restore.workspace_id
      and attempt.environment_id = restore.environment_id and attempt.restore_id = restore.restore_id
      and attempt.outcome = 'verified') then run_id
    when not exists (select from platform.restore_items as item where item.workspace_id = restore.workspace_id
      and item.environment_id = restore.environment_id and item.restore_id = restore.restore_id
      and item.action <> 'skip') then run_id
  end, workspace_id, environment_id, restore_id::text, true
from platform.restores as restore;
