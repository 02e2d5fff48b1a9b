-- Runs whose timeline does not end them exactly as often as the row says, or changes an end without a reconciliation.
-- Over the runs of page-of-runs.sql.
select run.id as run_id, run.workspace_id,
  case
    when run.unrecorded_turns > 0 then 'Its end was changed without a reconciliation.'
    else 'It is ' || run.status || ', but was ended ' || run.endings || ' times.'
  end as detail
from run
where run.endings <> (run.status = 'completed')::integer or run.unrecorded_turns > 0
