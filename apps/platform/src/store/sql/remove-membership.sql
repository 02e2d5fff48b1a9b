-- Takes a person out of a workspace.
-- $1 workspace_id, $2 person_id
delete from platform.memberships where workspace_id = $1 and person_id = $2;
