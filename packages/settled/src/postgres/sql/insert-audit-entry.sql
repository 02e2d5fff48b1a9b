-- Writes down what somebody did beside runs.
-- $1 workspace_id, $2 environment_id, $3 actor, $4 action, $5 target, $6 reason, $7 detail
insert into settled.audit_entries (workspace_id, environment_id, actor, action, target, reason, detail)
values ($1, $2, $3, $4, $5, $6, $7);
