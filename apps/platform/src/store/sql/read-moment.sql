-- The database's own time: what is frozen by it is compared with what is stored by it.
-- no params
select date_trunc('milliseconds', now()) as moment;
