-- What a one-time link is for, if it still leads anywhere.
-- $1 link_hash
select workspace_id, workspace_name, person_id, name, email, has_password, password_hash, has_identity
from platform.find_link($1);
