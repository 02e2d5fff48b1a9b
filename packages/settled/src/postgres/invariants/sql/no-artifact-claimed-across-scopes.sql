-- Runs whose recorded artifact exists in another scope only.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with claim as (
  select run.id, run.workspace_id, run.environment_id, run.operation_type,
    case when run.context ? 'reconciliation' then run.context #>> '{reconciliation,related,id}'
      else run.context #>> '{related,id}' end as artifact_id
  from settled.operation_runs run
  where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
    and run.status = 'completed'
)
select claim.id as run_id, claim.workspace_id,
  'The artifact that it names is of another workspace or environment.' as detail
from claim
where claim.artifact_id is not null
  and exists (
    select from (
      :truth_view
    ) truth
    where truth.artifact_id::text = claim.artifact_id and truth.operation_type::text = claim.operation_type)
  and not exists (
    select from (
      :truth_view
    ) truth
    where truth.artifact_id::text = claim.artifact_id and truth.operation_type::text = claim.operation_type
      and truth.workspace_id::text = claim.workspace_id
      and truth.environment_id::text is not distinct from claim.environment_id)
limit $5;
