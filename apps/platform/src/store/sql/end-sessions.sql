-- Ends the sessions of a person or of the bootstrap token; all of them, or the one that is named.
-- $1 person_id, $2 bootstrap_hash, $3 session_id
select session_id from platform.end_sessions($1, $2, $3);
