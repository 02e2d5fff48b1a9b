-- The database's time.
select now() as now;
