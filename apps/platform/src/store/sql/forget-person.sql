-- Forgets a person who is a member nowhere any more.
-- $1 person_id
select platform.forget_person($1);
