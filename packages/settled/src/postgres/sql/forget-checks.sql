-- The question was answered.
-- $1 workspace_id, $2 run_id
delete from settled.operation_run_checks where workspace_id = $1 and run_id = $2;
