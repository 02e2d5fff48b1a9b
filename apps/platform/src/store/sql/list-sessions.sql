-- The open sessions of a person or of the bootstrap token, newest first.
-- $1 person_id, $2 bootstrap_hash
select session_id, created_at, last_seen_at, ends_at from platform.list_sessions($1, $2);
