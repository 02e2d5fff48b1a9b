-- Runs whose reason or checks repeat what a database says. A person's own words are left alone.
-- Over the runs and lines of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  'What it tells its readers repeats a message of the database.' as detail
from run
where run.status = 'completed'
  and concat_ws(' ', run.reason, run.reconciliation ->> 'reason', run.reconciliation ->> 'decided_by',
    case when run.reconciliation ->> 'adapter' <> 'operator' then run.reconciliation ->> 'checks' end)
    ~* '(duplicate key value|violates \S+ (key )?constraint|violates not-null|(relation|column) \\?"[^"]*" (of relation|does not exist)|syntax error at|invalid input syntax|SQLSTATE|\m(code|error|state)\W{0,3}(22|23|40|42|53|55|57)[0-9P][0-9]{2}\M|\m(42P|57P|55P|40P)[0-9]{2}\M|_(pkey|fkey|idx)\M|deadlock detected|canceling statement|could not serialize|row-level security policy|permission denied for (table|schema|sequence|function))'
