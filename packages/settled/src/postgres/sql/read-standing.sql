-- How old the oldest run is that needs a person, and how long the run has been due that was due first.
-- (no params)
select
  coalesce(extract(epoch from now() - (
    select min(created_at) from settled.operation_runs where outcome in ('attention_required', 'blocked')
  )) * 1000, 0) as oldest_needing_person_ms,
  coalesce(greatest(extract(epoch from now() - (
    select min(due_at) from settled.operation_runs where due_at is not null
  )) * 1000, 0), 0) as sweep_lag_ms;
