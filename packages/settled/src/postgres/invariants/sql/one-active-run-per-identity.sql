-- Active runs that share their identity with another active run.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
select run.id as run_id, run.workspace_id, 'Another run of the same identity is active.' as detail
from settled.operation_runs run
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and run.status <> 'completed'
  and exists (
    select from settled.operation_runs other
    where other.workspace_id = run.workspace_id
      and coalesce(other.environment_id, '') = coalesce(run.environment_id, '')
      and other.operation_type = run.operation_type and other.identity_key = run.identity_key
      and other.status <> 'completed' and other.id <> run.id)
limit $5;
