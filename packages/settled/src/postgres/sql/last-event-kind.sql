-- The kind of the newest line of a run's timeline.
-- $1 workspace_id, $2 run_id
select kind from settled.operation_run_events
where workspace_id = $1 and run_id = $2
order by sequence desc
limit 1;
