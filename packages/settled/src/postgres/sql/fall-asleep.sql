-- Takes the lock of those who sleep until it is given back or the connection ends; false if somebody keeps us awake.
-- no params
select pg_try_advisory_lock_shared(1936028790, hashtext('settled.events')) as is_asleep;
