-- Runs whose timeline is missing, has a gap, or does not end where the run is.
-- $1 after workspace_id, $2 after id, $3 last workspace_id, $4 last id, $5 limit
with line as (
  select event.workspace_id, event.run_id, event.sequence, event."from", event."to",
    lag(event."to") over timeline as before,
    lead(event.sequence) over timeline is null as is_last
  from settled.operation_run_events event
  where (event.workspace_id, event.run_id) > ($1, $2::uuid)
    and (event.workspace_id, event.run_id) <= ($3, $4::uuid)
  window timeline as (partition by event.workspace_id, event.run_id order by event.sequence)
), story as (
  select workspace_id, run_id, bool_or("from" is distinct from before) as broken,
    (array_agg("to") filter (where is_last))[1] as told
  from line
  group by workspace_id, run_id
)
select run.id as run_id, run.workspace_id,
  case
    when story.run_id is null then 'It has no timeline.'
    when story.broken then 'A line of its timeline does not begin where the line before it ended.'
    else 'Its timeline ends at ' || concat_ws(', ', story.told ->> 'status', story.told ->> 'outcome')
      || ', but the run is ' || concat_ws(', ', run.status, run.outcome) || '.'
  end as detail
from settled.operation_runs run
left join story on story.workspace_id = run.workspace_id and story.run_id = run.id
where (run.workspace_id, run.id) > ($1, $2::uuid) and (run.workspace_id, run.id) <= ($3, $4::uuid)
  and (story.run_id is null or story.broken or story.told is distinct from settled.position_of(run))
limit $5;
