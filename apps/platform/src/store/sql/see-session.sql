-- Who holds the session of a hash, if it is open, and where they are a member; notes that it was used.
-- $1 session_hash
select session_id, person_id, name, email, bootstrap_hash, grants from platform.see_session($1);
