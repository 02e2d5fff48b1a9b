-- The runs that a sweep would look at now: those due, and those of workers that have fallen silent.
-- $1 limit
with due as (
  select workspace_id, id from settled.operation_runs where due_at <= statement_timestamp()
  union
  select run.workspace_id, run.id
  from settled.operation_runs run
  join settled.worker_leases lease on lease.id = run.owner_id
  where lease.ended_at is null and lease.expires_at < statement_timestamp()
)
select run.* from due join settled.operation_runs run using (workspace_id, id)
order by run.due_at, run.id
limit $1;
