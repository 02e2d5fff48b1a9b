-- The timeline of a run behind a sequence.
-- $1 workspace_id, $2 run_id, $3 after_sequence, $4 limit
select * from settled.operation_run_events
where workspace_id = $1 and run_id = $2 and sequence > $3
order by sequence
limit $4;
