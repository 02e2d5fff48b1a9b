-- Ends the session of a hash.
-- $1 session_hash
select platform.end_session($1);
