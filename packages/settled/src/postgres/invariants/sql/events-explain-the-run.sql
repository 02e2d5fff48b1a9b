-- Runs whose timeline is missing, has a gap, or does not end where the run is.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.told_position is null then 'It has no timeline.'
    when run.is_broken then 'A line of its timeline does not begin where the line before it ended.'
    else 'Its timeline ends at '
      || concat_ws(', ', run.told_position ->> 'status', run.told_position ->> 'outcome')
      || ', but the run is ' || concat_ws(', ', run.status, run.outcome) || '.'
  end as detail
from run
where run.told_position is null or run.is_broken or run.told_position <> run.position
