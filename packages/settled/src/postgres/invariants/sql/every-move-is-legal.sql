-- The different moves of a page: which of them are legal is judged by the table of legal moves.
-- Over the runs of page-of-runs.sql.
select null::uuid as run_id, null as workspace_id,
  jsonb_build_object('kind', event.kind, 'from', event."from", 'to', event."to")::text as detail
from run
cross join lateral (
  select event.kind, event."from", event."to"
  from settled.operation_run_events event
  where event.workspace_id = run.workspace_id and event.run_id = run.id
  offset 0
) event
group by event.kind, event."from", event."to"
