-- How long the last successes of an operation in one environment took, the quickest and slowest tenth left out. Of the
-- newest runs alone, and of those that nobody had to settle: a worker's death is no part of what the work takes.
-- $1 workspace_id, $2 environment_id, $3 operation_type, $4 newest, $5 fewest
with newest as (
  (select operation_type, outcome, attempt, context, started_at, completed_at from settled.operation_runs
    where workspace_id = $1 and environment_id = $2 order by created_at desc, id desc limit $4)
  union all
  (select operation_type, outcome, attempt, context, started_at, completed_at from settled.operation_runs
    where workspace_id = $1 and $2::text is null and environment_id is null
    order by created_at desc, id desc limit $4)
), took as (
  select extract(epoch from completed_at - started_at)::double precision * 1000 as ms from newest
  where operation_type = $3 and outcome = 'succeeded' and attempt = 1 and not context ? 'reconciliation'
)
select percentile_cont(0.1) within group (order by ms) as low_ms,
  percentile_cont(0.9) within group (order by ms) as high_ms
from took
having count(*) >= $5;
