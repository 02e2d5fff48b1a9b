-- Runs whose record and timeline disagree about the last reconciliation, or whose record lacks what it must say.
-- Over the runs and lines of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when last_look.run_id is null then 'It bears a reconciliation that its timeline does not know.'
    when run.reconciliation is null then 'Its timeline has a reconciliation that it does not bear.'
    when run.reconciliation ->> 'decision' is distinct from last_look.outcome
      then 'Its record and its timeline name different decisions.'
    else 'Its record lacks who decided, why, or the artifact that proves it.'
  end as detail
from run
left join (
  select distinct on (workspace_id, run_id) workspace_id, run_id, "to" ->> 'outcome' as outcome
  from line
  where kind = 'reconciled'
  order by workspace_id, run_id, sequence desc
) last_look on last_look.workspace_id = run.workspace_id and last_look.run_id = run.id
where (run.reconciliation is not null or last_look.run_id is not null)
  and (last_look.run_id is null
    or run.reconciliation ->> 'decision' is distinct from last_look.outcome
    or coalesce(run.reconciliation ->> 'adapter', '') = ''
    or coalesce(run.reconciliation ->> 'reason', '') = ''
    -- A person may know better than any artifact.
    or run.outcome in ('succeeded', 'partially_succeeded')
      and run.reconciliation ->> 'adapter' <> 'operator' and run.artifact_id is null)
