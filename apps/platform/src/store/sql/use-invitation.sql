-- Accepts the membership of a link, with name and password where there is none yet.
-- $1 link_hash, $2 name, $3 password_hash
select person_id, workspace_id, name, role from platform.use_invitation($1, $2, $3);
