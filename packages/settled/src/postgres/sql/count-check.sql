-- Counts a question to the truth, or to the engine, that got no answer.
-- $1 workspace_id, $2 run_id, $3 because
insert into settled.operation_run_checks as tally (workspace_id, run_id, tries, because)
values ($1, $2, 1, $3)
on conflict (workspace_id, run_id, because) do update set tries = tally.tries + 1
returning tries, extract(epoch from now() - since) * 1000 as since_ms;
