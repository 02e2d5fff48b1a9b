-- The person of an address, and the hash that their password must have.
-- $1 email
select person_id, password_hash from platform.find_sign_in($1);
