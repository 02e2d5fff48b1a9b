-- Adds a person to a workspace; answers no row if they are in it already.
-- $1 workspace_id, $2 person_id, $3 role, $4 environment_ids
insert into platform.memberships (workspace_id, person_id, role, environment_ids) values ($1, $2, $3, $4)
on conflict do nothing returning person_id;
