-- A page of what was done in a workspace, newest first, behind a place: the migration 0013 has the statement.
-- $1 workspace_id, $2 actor id, $3 action, $4 target id, $5 target id if it can be a run's, $6 environment_ids,
-- $7 since, $8 until, $9 cursor at, $10 cursor sequence, $11 limit
select sequence, at, actor, environment_id, action_taken as action, target, reason, detail
from settled.list_audit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
