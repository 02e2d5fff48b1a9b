-- Runs whose timeline is missing, has a gap, or does not end where the run is.
-- Over the runs and lines of page-of-runs.sql.
select run.id as run_id, run.workspace_id, 'It has no timeline.' as detail
from run
where not exists (select from line where line.workspace_id = run.workspace_id and line.run_id = run.id)
union all
select distinct line.run_id, line.workspace_id,
  'A line of its timeline does not begin where the line before it ended.'
from line
where line."from" is distinct from line.position_before
union all
select run.id, run.workspace_id,
  'Its timeline ends at ' || concat_ws(', ', line."to" ->> 'status', line."to" ->> 'outcome')
    || ', but the run is ' || concat_ws(', ', run.status, run.outcome) || '.'
from run
join line on line.workspace_id = run.workspace_id and line.run_id = run.id and line.is_last
where line."to" <> run.position
