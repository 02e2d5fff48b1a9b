-- What a worker still owns, so that it can stop what it does not.
-- $1 owner_id
select workspace_id, id, attempt, cancel_requested_at is not null as cancel_requested
from settled.operation_runs where owner_id = $1;
