-- The different moves of a page: which of them are legal is judged by the table of legal moves.
-- Over the runs of page-of-runs.sql.
select null::uuid as run_id, null as workspace_id,
  jsonb_build_object('kind', move.kind, 'from', move."from", 'to', move."to")::text as detail
from run
cross join lateral unnest(run.told_kinds, run.told_froms, run.told_tos) as move (kind, "from", "to")
group by move.kind, move."from", move."to"
