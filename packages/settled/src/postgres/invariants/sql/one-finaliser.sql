-- Runs whose timeline does not end them exactly as often as the row says, or changes an end without a reconciliation.
-- Over the runs and lines of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when ending.unrecorded > 0 then 'Its end was changed without a reconciliation.'
    else 'It is ' || run.status || ', but was ended ' || coalesce(ending.endings, 0) || ' times.'
  end as detail
from run
left join (
  select line.workspace_id, line.run_id,
    count(*) filter (where line."from" ->> 'status' <> 'completed') as endings,
    count(*) filter (where line."from" ->> 'status' = 'completed' and line."to" <> line."from"
      and line.kind <> 'reconciled') as unrecorded
  from line
  where line."to" ->> 'status' = 'completed'
  group by line.workspace_id, line.run_id
) ending on ending.workspace_id = run.workspace_id and ending.run_id = run.id
where coalesce(ending.endings, 0) <> (run.status = 'completed')::integer or ending.unrecorded > 0
