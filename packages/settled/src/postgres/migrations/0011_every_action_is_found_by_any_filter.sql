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
