--! breaking
-- A broken adapter, an engine that says nothing and a job handed over again are different questions about a run.
alter table settled.operation_run_checks
  drop constraint operation_run_checks_pkey,
  add primary key (workspace_id, run_id, because);
