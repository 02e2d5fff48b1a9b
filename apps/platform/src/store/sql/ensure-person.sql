-- The person of an address, made if it is new.
-- $1 person_id, $2 name, $3 email
select platform.ensure_person($1, $2, $3) as person_id;
