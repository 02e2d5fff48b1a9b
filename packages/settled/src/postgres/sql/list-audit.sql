-- A page of what was done in a workspace, newest first, behind a place: what was done to runs stands in their events,
-- what was done beside them in entries. A list of one is said as an equation too, so that its index yields the order.
-- $1 workspace_id, $2 actor id, $3 action, $4 target id, $5 target id if it can be a run's, $6 environment_ids,
-- $7 since, $8 until, $9 cursor at, $10 cursor sequence, $11 limit
(select event.sequence, event.at, event.actor, run.environment_id, settled.action_of(event.kind, event.detail) as action,
  jsonb_build_object('type', 'operation_run', 'id', event.run_id, 'name', run.operation_type) as target,
  event.detail ->> 'because' as reason, event.detail - 'because' || event."to" as detail
from settled.operation_run_events event
join settled.operation_runs run on run.workspace_id = event.workspace_id and run.id = event.run_id
where event.workspace_id = $1
  and event.kind in ('created', 'cancel_requested', 'cancelled', 'reconciled', 'redispatched')
  and ($2::text is null or event.actor ->> 'id' = $2::text)
  and ($3::text is null or settled.action_of(event.kind, event.detail) = $3::text)
  and ($4::text is null or event.run_id = $5::uuid)
  and ($6::text[] is null or run.environment_id = any ($6::text[]))
  and (cardinality($6::text[]) is distinct from 1 or run.environment_id = ($6::text[])[1])
  and ($7::timestamptz is null or event.at >= $7::timestamptz)
  and ($8::timestamptz is null or event.at < $8::timestamptz)
  and ($9::timestamptz is null or (event.at, event.sequence) < ($9::timestamptz, $10::bigint))
order by event.at desc, event.sequence desc
limit $11)
union all
(select sequence, at, actor, environment_id, action, target, reason, detail
from settled.audit_entries
where workspace_id = $1
  and ($2::text is null or actor ->> 'id' = $2::text)
  and ($3::text is null or action = $3::text)
  and ($4::text is null or target ->> 'id' = $4::text)
  and ($6::text[] is null or environment_id = any ($6::text[]))
  and (cardinality($6::text[]) is distinct from 1 or environment_id = ($6::text[])[1])
  and ($7::timestamptz is null or at >= $7::timestamptz)
  and ($8::timestamptz is null or at < $8::timestamptz)
  and ($9::timestamptz is null or (at, sequence) < ($9::timestamptz, $10::bigint))
order by at desc, sequence desc
limit $11)
order by at desc, sequence desc
limit $11;
