-- The last key of the next page of all runs, and how many runs the page has. In the order of ids, which is that of
-- time: so a page lies together on the disk.
-- $1 after id, $2 after workspace_id, $3 page size
with page as (
  select id, workspace_id from settled.operation_runs
  where (id, workspace_id) > ($1::uuid, $2)
  order by id, workspace_id
  limit $3
)
select id, workspace_id, (select count(*)::integer from page) as runs
from page
order by id desc, workspace_id desc
limit 1;
