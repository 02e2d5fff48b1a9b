-- How many runs have waited for a look for longer than the bound, and since when the first of them.
-- $1 bound_ms
select count(*)::integer as runs, min(due_at) as since
from settled.operation_runs
where due_at < statement_timestamp() - $1::double precision * interval '1 millisecond';
