-- Webhooks: who wants to hear of runs, the secrets that sign what they are told, and what became of every message.
create table settled.webhook_endpoints (
  workspace_id text not null,
  id uuid not null,
  url text not null,
  description text not null default '',
  event_types text[] not null,
  -- Null = every environment, and the runs of the whole workspace.
  environment_ids text[],
  -- It hears what is written behind this place in the log. A time would not do: an event bears that of the beginning
  -- of its transaction, which may be long ago.
  since_sequence bigint not null
    default coalesce(pg_sequence_last_value('settled.operation_run_events_sequence_seq'::regclass), 0),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  changed_at timestamptz(3) not null default now(),
  disabled_at timestamptz(3),
  disabled_because text,
  failing_since timestamptz(3),
  failures_in_row integer not null default 0,
  primary key (workspace_id, id),
  constraint webhook_endpoints_disabled_with_a_reason check ((disabled_at is null) = (disabled_because is null)),
  constraint webhook_endpoints_reason_is_known check (disabled_because in ('asked', 'gone', 'only_failures'))
);

create table settled.webhook_secrets (
  workspace_id text not null,
  endpoint_id uuid not null,
  id uuid not null,
  prefix text not null,
  secret text not null,
  created_at timestamptz(3) not null default now(),
  -- Null = the one in force; an older one signs beside it until then.
  expires_at timestamptz(3),
  primary key (workspace_id, endpoint_id, id),
  constraint webhook_secrets_of_an_endpoint foreign key (workspace_id, endpoint_id)
    references settled.webhook_endpoints (workspace_id, id) on delete cascade
);
create index webhook_secrets_by_expiry on settled.webhook_secrets (expires_at) where expires_at is not null;

-- Events that endpoints may want, until they are fed to them. A row is written in the transaction of its event, so
-- that no event can be missed, whatever order the sequences are committed in.
create table settled.webhook_outbox (
  workspace_id text not null,
  sequence bigint not null,
  primary key (workspace_id, sequence)
);

-- One message to one endpoint. It names no endpoint by a foreign key: nothing here may ever hold up or fail a run.
create table settled.webhook_deliveries (
  workspace_id text not null,
  endpoint_id uuid not null,
  id uuid not null,
  event_type text not null,
  -- Null = no event of a run: a ping.
  sequence bigint,
  body text not null,
  status text not null default 'pending',
  tries integer not null default 0,
  last_status integer,
  last_error text,
  created_at timestamptz(3) not null default now(),
  tried_at timestamptz(3),
  ended_at timestamptz(3),
  -- What the queue engine knows the delivery by; a new one for each redelivery.
  errand_id uuid not null,
  handed_over_at timestamptz(3),
  primary key (workspace_id, endpoint_id, id),
  constraint webhook_deliveries_once_per_event unique (workspace_id, endpoint_id, sequence, event_type),
  constraint webhook_deliveries_status_is_known check (status in ('pending', 'delivered', 'failed', 'given_up'))
);
-- The next two serve workers, who serve every workspace.
create index webhook_deliveries_to_hand_over on settled.webhook_deliveries (created_at) where handed_over_at is null;
create index webhook_deliveries_oldest_first on settled.webhook_deliveries (created_at);

create function settled.note_for_webhooks() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  if exists (
    select from settled.webhook_endpoints where workspace_id = new.workspace_id and disabled_at is null
  ) then
    insert into settled.webhook_outbox (workspace_id, sequence) values (new.workspace_id, new.sequence);
  end if;
  return null;
end $$;
create trigger operation_run_events_for_webhooks after insert on settled.operation_run_events
  for each row when (new.kind in ('created', 'begun', 'finished', 'cancelled', 'reconciled'))
  execute function settled.note_for_webhooks();

grant select, insert, update, delete on settled.webhook_endpoints to settled_server;
grant select, insert, update on settled.webhook_deliveries to settled_server;
grant select, insert on settled.webhook_outbox to settled_server;
-- A server writes secrets and can never read one again: only who owns the tables, the worker, signs with them.
grant insert, delete, update (expires_at) on settled.webhook_secrets to settled_server;
grant select (workspace_id, endpoint_id, id, prefix, created_at, expires_at) on settled.webhook_secrets
  to settled_server, settled_reader;
grant select on settled.webhook_endpoints, settled.webhook_deliveries, settled.webhook_outbox to settled_reader;

alter table settled.webhook_endpoints enable row level security;
create policy webhook_endpoints_of_workspace on settled.webhook_endpoints
  to settled_reader using (workspace_id = (select settled.current_workspace()));
create policy webhook_endpoints_of_named_workspace on settled.webhook_endpoints to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
alter table settled.webhook_secrets enable row level security;
create policy webhook_secrets_of_workspace on settled.webhook_secrets
  to settled_reader using (workspace_id = (select settled.current_workspace()));
create policy webhook_secrets_of_named_workspace on settled.webhook_secrets to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
alter table settled.webhook_outbox enable row level security;
create policy webhook_outbox_of_workspace on settled.webhook_outbox
  to settled_reader using (workspace_id = (select settled.current_workspace()));
create policy webhook_outbox_of_named_workspace on settled.webhook_outbox to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
alter table settled.webhook_deliveries enable row level security;
create policy webhook_deliveries_of_workspace on settled.webhook_deliveries
  to settled_reader using (workspace_id = (select settled.current_workspace()));
create policy webhook_deliveries_of_named_workspace on settled.webhook_deliveries to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
