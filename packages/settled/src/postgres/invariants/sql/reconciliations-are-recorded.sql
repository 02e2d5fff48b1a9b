-- Runs whose record and timeline disagree about the last reconciliation, or whose record lacks what it must say.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.last_decision is null then 'It bears a reconciliation that its timeline does not know.'
    when run.reconciliation is null then 'Its timeline has a reconciliation that it does not bear.'
    when run.reconciliation ->> 'decision' is distinct from run.last_decision
      then 'Its record and its timeline name different decisions.'
    else 'Its record lacks who decided, why, or the artifact that proves it.'
  end as detail
from run
where (run.reconciliation is not null or run.last_decision is not null)
  and (run.reconciliation ->> 'decision' is distinct from run.last_decision
    or coalesce(run.reconciliation ->> 'adapter', '') = ''
    or coalesce(run.reconciliation ->> 'reason', '') = ''
    -- A person may know better than any artifact.
    or run.outcome in ('succeeded', 'partially_succeeded')
      and run.reconciliation ->> 'adapter' <> 'operator' and run.artifact_id is null)
