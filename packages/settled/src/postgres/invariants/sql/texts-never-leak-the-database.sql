-- Runs whose reason or checks repeat what a database says. A person's own words are left alone.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with said as (
  select run.id, run.workspace_id, text.words
  from settled.operation_runs run
  cross join lateral (
    select run.context ->> 'reason'
    union all
    select run.context #>> '{reconciliation,reason}'
    union all
    select run.context #>> '{reconciliation,decided_by}'
    union all
    select "check" ->> 'check' || ' ' || ("check" ->> 'detail')
    from jsonb_path_query(run.context, '$.reconciliation.checks[*]') as "check"
    where run.context #>> '{reconciliation,adapter}' <> 'operator'
  ) text (words)
  where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
    and run.status = 'completed'
)
select distinct said.id as run_id, said.workspace_id,
  'What it tells its readers repeats a message of the database.' as detail
from said
where said.words ~* '(duplicate key value|violates \S+ (key )?constraint|violates not-null|(relation|column) "[^"]*" (of relation|does not exist)|syntax error at|invalid input syntax|SQLSTATE|\m(code|error|state)\W{0,3}(22|23|40|42|53|55|57)[0-9P][0-9]{2}\M|\m(42P|57P|55P|40P)[0-9]{2}\M|_(pkey|fkey|idx)\M|deadlock detected|canceling statement|could not serialize|row-level security policy|permission denied for (table|schema|sequence|function))'
limit $5;
