-- What every invariant is asked about: the runs of a page, each with what its timeline says. Everything is read once,
-- so that no plan that a planner finds for a single invariant makes the whole slow.
-- $1 after id, $2 after workspace_id, $3 last id, $4 last workspace_id, $5 limit, $6 bound_ms
with bounds as (
  select $6::double precision * interval '1 millisecond' as bound, statement_timestamp() as now
), record as materialized (
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
  select record.workspace_id, record.id as run_id, event.sequence, event.version, event.kind, event.attempt,
    event.actor ->> 'id' as actor_id, event."from", event."to",
    lag(event.version) over timeline as version_before, lag(event."to") over timeline as position_before,
    lead(event.sequence) over timeline is null as is_last
  from record
  -- By the index of each run's timeline: a page of runs never reads the whole log.
  cross join lateral (
    select event.sequence, event.version, event.kind, event.attempt, event.actor, event."from", event."to"
    from settled.operation_run_events event
    where event.workspace_id = record.workspace_id and event.run_id = record.id
    offset 0
  ) event
  window timeline as (partition by record.workspace_id, record.id order by event.sequence)
), story as materialized (
  select line.workspace_id, line.run_id,
    max(line.version) as told_version,
    bool_or(line.version <= line.version_before) as is_stalled,
    bool_or(line."from" is distinct from line.position_before) as is_broken,
    (array_agg(line."to") filter (where line.is_last))[1] as told_position,
    count(*) filter (where line."to" ->> 'status' = 'completed' and line."from" ->> 'status' <> 'completed') as endings,
    count(*) filter (where line."from" ->> 'status' = 'completed' and line."to" <> line."from"
      and line.kind <> 'reconciled') as unrecorded_turns,
    (array_agg(line."from" - 'attempt' order by line.sequence)
      filter (where line.kind = 'reconciled'))[1] as first_previous,
    (array_agg(line."to" ->> 'outcome' order by line.sequence desc)
      filter (where line.kind = 'reconciled'))[1] as last_decision,
    jsonb_object_agg(line.attempt, line.actor_id) filter (where line.kind = 'begun') as begun_by,
    jsonb_object_agg(line.attempt, line.actor_id) filter (where line.kind = 'finished') as finished_by,
    bool_or(line.kind = 'finished' and (line.attempt is distinct from (line."from" ->> 'attempt')::integer
      or line.attempt is distinct from (line."to" ->> 'attempt')::integer)) as is_misfinished,
    max(line.version) filter (where line.kind = 'late_report') as late_version
  from line
  group by line.workspace_id, line.run_id
), run as materialized (
  select record.*, story.told_version, story.is_stalled, story.is_broken, story.told_position,
    coalesce(story.endings, 0) as endings, coalesce(story.unrecorded_turns, 0) as unrecorded_turns,
    story.first_previous, story.last_decision, story.begun_by, story.finished_by, story.is_misfinished,
    story.late_version
  from record
  left join story on story.workspace_id = record.workspace_id and story.run_id = record.id
)
