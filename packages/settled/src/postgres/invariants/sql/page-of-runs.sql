-- What every invariant is asked about: the runs of a page, and the lines of their timelines. Each is read once.
-- $1 after id, $2 after workspace_id, $3 last id, $4 last workspace_id, $5 limit, $6 bound_ms
with bounds as (
  select $6::double precision * interval '1 millisecond' as bound, statement_timestamp() as now
), run as materialized (
  select run.workspace_id, run.id, run.environment_id, run.operation_type, run.status, run.outcome,
    run.identity_key, run.version, run.owner_id, run.created_at, run.queued_at, run.started_at, run.completed_at,
    run.due_at, run.cancel_requested_at, run.rerun_of, settled.position_of(run) as position,
    run.context ->> 'reason' as reason, run.context -> 'reconciliation' as reconciliation,
    run.context ? 'dispatch' as was_dispatched, run.context #>> '{dispatch,operation_run_id}' as dispatched_run_id,
    case when run.context ? 'reconciliation' then run.context #>> '{reconciliation,related,id}'
      else run.context #>> '{related,id}' end as artifact_id
  from settled.operation_runs run
  where (run.id, run.workspace_id) > ($1::uuid, $2) and (run.id, run.workspace_id) <= ($3::uuid, $4)
), line as materialized (
  select run.workspace_id, run.id as run_id, event.sequence, event.version, event.kind, event.attempt,
    event.actor ->> 'id' as actor_id, event."from", event."to",
    lag(event.version) over timeline as version_before, lag(event."to") over timeline as position_before,
    lead(event.sequence) over timeline is null as is_last
  from run
  -- By the index of each run's timeline: a page of runs never reads the whole log.
  cross join lateral (
    select event.sequence, event.version, event.kind, event.attempt, event.actor, event."from", event."to"
    from settled.operation_run_events event
    where event.workspace_id = run.workspace_id and event.run_id = run.id
    offset 0
  ) event
  window timeline as (partition by run.workspace_id, run.id order by event.sequence)
)
