-- What every invariant is asked about: the runs of a page, each with what its timeline says. No join is left to the
-- planner: it cannot tell how long a page is, and would read the whole log or every pair of runs.
-- $1 after id, $2 after workspace_id, $3 last id, $4 last workspace_id, $5 limit, $6 bound_ms, $7 page size
with bounds as (
  select $6::double precision * interval '1 millisecond' as bound, statement_timestamp() as now
), run as materialized (
  select run.workspace_id, run.id, run.environment_id, run.operation_type, run.status, run.outcome,
    run.identity_key, run.version, run.owner_id, run.created_at, run.queued_at, run.started_at, run.completed_at,
    run.due_at, run.cancel_requested_at, run.rerun_of, settled.position_of(run) as position,
    run.context ->> 'reason' as reason, run.context -> 'reconciliation' as reconciliation,
    run.context ? 'dispatch' as was_dispatched, run.context #>> '{dispatch,operation_run_id}' as dispatched_run_id,
    case when run.context ? 'reconciliation' then run.context #>> '{reconciliation,related,id}'
      else run.context #>> '{related,id}' end as artifact_id,
    case when run.context ? 'reconciliation' then run.context #>> '{reconciliation,related,type}'
      else run.context #>> '{related,type}' end as artifact_type,
    story.*
  from (
    select * from settled.operation_runs
    where (id, workspace_id) > ($1::uuid, $2) and (id, workspace_id) <= ($3::uuid, $4)
    order by id, workspace_id
    limit $7
  ) run
  cross join lateral (
    select
      max(line.version) as told_version,
      bool_or(line.version <= line.version_before) as is_stalled,
      bool_or(line."from" is distinct from line.position_before) as is_broken,
      array_agg(line.kind) as told_kinds, array_agg(line."from") as told_froms, array_agg(line."to") as told_tos,
      (array_agg(line."to"))[count(*)] as told_position,
      count(*) filter (where line."to" ->> 'status' = 'completed'
        and line."from" ->> 'status' <> 'completed') as endings,
      count(*) filter (where line."from" ->> 'status' = 'completed' and line."to" <> line."from"
        and line.kind <> 'reconciled') as unrecorded_turns,
      (array_agg(line."from" - 'attempt') filter (where line.kind = 'reconciled'))[1] as first_previous,
      (array_agg(line."to" ->> 'outcome') filter (where line.kind = 'reconciled'))[
        count(*) filter (where line.kind = 'reconciled')] as last_decision,
      jsonb_object_agg(line.attempt, line.actor ->> 'id') filter (where line.kind = 'begun') as begun_by,
      jsonb_object_agg(line.attempt, line.actor ->> 'id') filter (where line.kind = 'finished') as finished_by,
      bool_or(line.attempt is distinct from (line."from" ->> 'attempt')::integer
        or line.attempt is distinct from (line."to" ->> 'attempt')::integer)
        filter (where line.kind = 'finished') as is_misfinished,
      max(line.version) filter (where line.kind = 'late_report') as late_version
    from (
      select event.version, event.kind, event.attempt, event.actor, event."from", event."to",
        lag(event.version) over timeline as version_before, lag(event."to") over timeline as position_before
      from settled.operation_run_events event
      where event.workspace_id = run.workspace_id and event.run_id = run.id
      window timeline as (order by event.sequence)
      order by event.sequence
    ) line
  ) story
)
