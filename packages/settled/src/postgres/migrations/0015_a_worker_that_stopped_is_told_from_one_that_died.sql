-- A worker that stops in order says so; until now its lease read like that of one that died.
alter table settled.worker_leases add column released_at timestamptz(3);
-- Those that ended lately are listed without reading all that ever worked.
create index worker_leases_ended on settled.worker_leases (ended_at desc) where ended_at is not null;
-- What was decided about the runs of one operation, newest first. Few runs are ever reconciled.
create index operation_runs_reconciled_by_type
  on settled.operation_runs (workspace_id, operation_type, created_at desc, id desc)
  where context ? 'reconciliation';
