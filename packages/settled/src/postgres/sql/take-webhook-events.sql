-- Takes events out of the outbox, with what a message says of their runs. Many workers may take at once.
-- $1 limit
with taken as (
  delete from settled.webhook_outbox outbox
  using (
    select workspace_id, sequence from settled.webhook_outbox
    limit $1
    for update skip locked
  ) free
  where outbox.workspace_id = free.workspace_id and outbox.sequence = free.sequence
  returning outbox.workspace_id, outbox.sequence
)
select event.workspace_id, event.sequence, event.run_id, event.version, event.kind, event."from", event."to", event.at,
  run.environment_id, run.operation_type
from taken
join settled.operation_run_events event using (workspace_id, sequence)
join settled.operation_runs run on run.workspace_id = event.workspace_id and run.id = event.run_id
order by event.sequence;
