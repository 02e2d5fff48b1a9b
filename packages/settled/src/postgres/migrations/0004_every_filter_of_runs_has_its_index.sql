-- Each in the order in which runs are listed, so that a page of rare ones does not read a workspace's whole history.
-- Nearly all runs succeed: those need no index to be found.
create index operation_runs_newest_first_by_outcome
  on settled.operation_runs (workspace_id, outcome, created_at desc, id desc) where outcome <> 'succeeded';
create index operation_runs_newest_first_by_type
  on settled.operation_runs (workspace_id, operation_type, created_at desc, id desc);
create index operation_runs_newest_first_by_initiator
  on settled.operation_runs (workspace_id, (initiator ->> 'id'), created_at desc, id desc);
create index operation_runs_newest_first_by_reason
  on settled.operation_runs
    (workspace_id, coalesce(context #>> '{reconciliation,reason}', context ->> 'reason'), created_at desc, id desc)
  where status = 'completed';
