-- The question was answered; without one: all questions about the run.
-- $1 workspace_id, $2 run_id, $3 because
delete from settled.operation_run_checks
where workspace_id = $1 and run_id = $2 and ($3::text is null or because = $3::text);
