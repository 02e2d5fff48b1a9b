-- Gives a member another role, and other environments.
-- $1 workspace_id, $2 person_id, $3 role, $4 environment_ids
update platform.memberships set role = $3, environment_ids = $4 where workspace_id = $1 and person_id = $2;
