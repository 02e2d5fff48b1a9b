-- Runs whose reason or checks repeat what a database says. A person's own words are left alone.
-- Over the runs of page-of-runs.sql.
with said as materialized (
  select run.id, run.workspace_id,
    concat_ws(' ', run.reason, run.reconciliation ->> 'reason', run.reconciliation ->> 'decided_by',
      case when run.reconciliation ->> 'adapter' <> 'operator' then run.reconciliation ->> 'checks' end) as words
  from run
  where run.status = 'completed'
), leak as materialized (
  -- Most runs say the same: each text is read once.
  select words from (select distinct words from said offset 0) different
  where words ~* '(duplicate key value|violates \S+ (key )?constraint|violates not-null|(relation|column) \\?"[^"]*" (of relation|does not exist)|syntax error at|invalid input syntax|SQLSTATE|\m(code|error|state)\W{0,3}(22|23|40|42|53|55|57)[0-9P][0-9]{2}\M|\m(42P|57P|55P|40P)[0-9]{2}\M|_(pkey|fkey|idx)\M|deadlock detected|canceling statement|could not serialize|row-level security policy|permission denied for (table|schema|sequence|function))'
)
select said.id as run_id, said.workspace_id,
  'What it tells its readers repeats a message of the database.' as detail
from said join leak using (words)
