-- The different moves of a page: which of them are legal is judged by the table of legal moves.
-- Over the lines of page-of-runs.sql.
select null::uuid as run_id, null as workspace_id,
  jsonb_build_object('kind', line.kind, 'from', line."from", 'to', line."to")::text as detail
from line
group by line.kind, line."from", line."to"
