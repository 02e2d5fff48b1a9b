-- The operation types of runs that are active or will be looked at again, with how many there are of each.
-- $1 limit
select operation_type, count(*)::integer as runs,
  count(*) filter (where status <> 'completed')::integer as active
from settled.operation_runs
where status <> 'completed' or due_at is not null
group by operation_type
order by operation_type
limit $1;
