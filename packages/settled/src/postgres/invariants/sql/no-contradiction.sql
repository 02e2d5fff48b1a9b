-- Runs that say succeeded without their complete artifact, or failed or cancelled although they made one.
-- A late artifact is given the bound: the look that turns its run is due.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit, $6 bound_ms
with claim as (
  select run.id, run.workspace_id, run.environment_id, run.operation_type, run.outcome, run.due_at,
    case when run.context ? 'reconciliation' then run.context #>> '{reconciliation,related,id}'
      else run.context #>> '{related,id}' end as artifact_id
  from settled.operation_runs run
  where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
    and run.outcome in ('succeeded', 'failed', 'cancelled')
), contradiction as (
  select claim.id, claim.workspace_id,
    'It says succeeded, but its artifact is not there, complete and in its own scope.' as detail
  from claim
  where claim.outcome = 'succeeded' and claim.artifact_id is not null
    and not exists (
      select from (
        :truth_view
      ) truth
      where truth.workspace_id::text = claim.workspace_id and truth.artifact_id::text = claim.artifact_id
        and truth.operation_type::text = claim.operation_type
        and truth.environment_id::text is not distinct from claim.environment_id and truth.complete)
  union all
  select claim.id, claim.workspace_id, 'It says succeeded, but names no artifact.'
  from claim
  where claim.outcome = 'succeeded' and claim.artifact_id is null
    and exists (
      select from (
        :truth_view
      ) truth
      where truth.operation_type::text = claim.operation_type)
  union all
  select claim.id, claim.workspace_id, 'It says ' || claim.outcome || ', but its complete artifact is there.'
  from claim
  where claim.outcome in ('failed', 'cancelled')
    and not coalesce(claim.due_at between statement_timestamp() - $6::double precision * interval '1 millisecond'
      and statement_timestamp() + $6::double precision * interval '1 millisecond', false)
    and exists (
      select from (
        :truth_view
      ) truth
      where truth.run_id = claim.id and truth.workspace_id::text = claim.workspace_id
        and truth.operation_type::text = claim.operation_type
        and truth.environment_id::text is not distinct from claim.environment_id and truth.complete)
)
select id as run_id, workspace_id, detail from contradiction
limit $5;
