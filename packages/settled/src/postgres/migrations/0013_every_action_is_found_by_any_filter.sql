-- What an event tells that somebody did to a run; null where it tells of no action. The library says the same by name.
create function settled.action_of(kind text, detail jsonb) returns text
language sql immutable parallel safe as $$
  select case kind
    when 'created' then 'run.start'
    when 'cancel_requested' then 'run.cancel'
    when 'cancelled' then 'run.cancel'
    when 'reconciled' then case when detail ->> 'adapter' = 'operator' then 'run.resolve' else 'run.reconcile' end
    when 'redispatched' then 'run.redispatch'
  end
$$;

-- Each in the order in which actions are listed. Actions are few among the events: the rest is in no index of these.
create index operation_run_events_actions
  on settled.operation_run_events (workspace_id, at desc, sequence desc)
  where kind in ('created', 'cancel_requested', 'cancelled', 'reconciled', 'redispatched');
create index operation_run_events_actions_by_actor
  on settled.operation_run_events (workspace_id, (actor ->> 'id'), at desc, sequence desc)
  where kind in ('created', 'cancel_requested', 'cancelled', 'reconciled', 'redispatched');
create index operation_run_events_actions_by_action
  on settled.operation_run_events (workspace_id, settled.action_of(kind, detail), at desc, sequence desc)
  where kind in ('created', 'cancel_requested', 'cancelled', 'reconciled', 'redispatched');

create index audit_entries_newest_first on settled.audit_entries (workspace_id, at desc, sequence desc);
create index audit_entries_newest_first_by_actor
  on settled.audit_entries (workspace_id, (actor ->> 'id'), at desc, sequence desc);
create index audit_entries_newest_first_by_action
  on settled.audit_entries (workspace_id, action, at desc, sequence desc);
create index audit_entries_newest_first_by_target
  on settled.audit_entries (workspace_id, (target ->> 'id'), at desc, sequence desc);
create index audit_entries_newest_first_by_environment
  on settled.audit_entries (workspace_id, environment_id, at desc, sequence desc);

-- Row-level security keeps an index on an expression from being read. Pages are therefore asked for as the owner of the
-- tables, of the named workspace and no other, by a statement that is planned for the filters of each question.
create function settled.audit_page_statement() returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select $statement$
(select event.sequence, event.at, event.actor, run.environment_id, settled.action_of(event.kind, event.detail) as action,
  jsonb_build_object('type', 'operation_run', 'id', event.run_id, 'name', run.operation_type) as target,
  event.detail ->> 'because' as reason, event.detail - 'because' || event."to" as detail
from settled.operation_run_events event
join settled.operation_runs run on run.workspace_id = event.workspace_id and run.id = event.run_id
where event.workspace_id = $1 and $1 = settled.current_workspace()
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
where workspace_id = $1 and $1 = settled.current_workspace()
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
limit $11
$statement$
$$;

create function settled.list_audit(
  workspace_id text, actor_id text, action text, target_id text, target_run_id uuid, environment_ids text[],
  since timestamptz, until timestamptz, cursor_at timestamptz, cursor_sequence bigint, page integer
) returns table (
  sequence bigint, at timestamptz, actor jsonb, environment_id text, action_taken text, target jsonb, reason text,
  detail jsonb
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query execute settled.audit_page_statement()
    using workspace_id, actor_id, action, target_id, target_run_id, environment_ids, since, until, cursor_at,
      cursor_sequence, page;
end $$;
revoke execute on function settled.list_audit from public;
grant execute on function settled.list_audit to settled_server;
