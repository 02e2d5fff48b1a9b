-- Makes a person the owner of everything that exists; no row if the link leads nowhere any more.
-- $1 link_hash, $2 person_id, $3 name, $4 email, $5 password_hash
select person_id, workspace_id from platform.use_owner_link($1, $2, $3, $4, $5);
