-- Takes due runs for one sweeper by moving their next look ahead; a sweeper that dies leaves them due again.
-- $1 operation_types, $2 limit, $3 lease_ms
with due as (
  select workspace_id, id from settled.operation_runs
  where due_at <= now() and operation_type = any ($1::text[])
  order by due_at
  limit $2
  for update skip locked
)
update settled.operation_runs run
set due_at = settled.after_ms($3), version = run.version + 1
from due
where run.workspace_id = due.workspace_id and run.id = due.id
returning run.*;
