-- Answers nothing: only whether it may be asked under the reader's role.
-- no params
select 1 as answered from settled.operation_runs where false
