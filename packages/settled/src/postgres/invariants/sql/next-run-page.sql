-- The last key of the next page of all runs, and how many runs the page has.
-- $1 after workspace_id, $2 after id, $3 page size
with page as (
  select workspace_id, id from settled.operation_runs
  where (workspace_id, id) > ($1, $2::uuid)
  order by workspace_id, id
  limit $3
)
select workspace_id, id, (select count(*)::integer from page) as runs
from page
order by workspace_id desc, id desc
limit 1;
