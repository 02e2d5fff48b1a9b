-- Opens a session of a person, or of whoever knows the bootstrap token.
-- $1 session_hash, $2 session_id, $3 person_id, $4 bootstrap_hash
select platform.open_session($1, $2, $3, $4);
