-- Whether a workspace has more events than that between two numbers.
-- $1 workspace_id, $2 after_sequence, $3 up_to_sequence, $4 count
select exists (
  select from settled.operation_run_events
  where workspace_id = $1 and sequence > $2 and sequence <= $3
  order by sequence
  offset $4
) as holds_more;
