-- Keeps the hash of a link by which a member of the named workspace accepts; older ones of theirs lead nowhere.
-- $1 link_hash, $2 person_id, $3 valid hours
select expires_at from platform.open_invitation($1, $2, $3);
