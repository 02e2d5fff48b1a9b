-- The run that a job names; a job carries no workspace.
-- $1 id
select * from settled.operation_runs where id = $1;
