-- From the last beat of the worker that had a run to the end of the run.
-- $1 workspace_id, $2 id, $3 owner_id
select extract(epoch from run.completed_at - lease.beat_at) * 1000 as ms
from settled.operation_runs run, settled.worker_leases lease
where run.workspace_id = $1 and run.id = $2 and run.completed_at is not null and lease.id = $3;
