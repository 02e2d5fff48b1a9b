-- Gives the lock of those who sleep back.
-- no params
select pg_advisory_unlock_shared(1936028790, hashtext('settled.events'));
