-- What was done beside runs. The sequence is that of the runs' events, so that both read as one log.
create table settled.audit_entries (
  workspace_id text not null,
  sequence bigint not null default nextval('settled.operation_run_events_sequence_seq'),
  environment_id text,
  actor jsonb not null,
  action text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  target jsonb not null,
  reason text,
  detail jsonb not null default '{}',
  at timestamptz(3) not null default now(),
  primary key (workspace_id, sequence)
);
create trigger audit_entries_append_only before update or delete on settled.audit_entries
  for each row execute function settled.refuse_rewriting_history();

grant usage on sequence settled.operation_run_events_sequence_seq to settled_server;
grant select, insert on settled.audit_entries to settled_server;
grant select on settled.audit_entries to settled_reader;
alter table settled.audit_entries enable row level security;
create policy audit_entries_of_workspace on settled.audit_entries
  to settled_reader using (workspace_id = (select settled.current_workspace()));
create policy audit_entries_of_named_workspace on settled.audit_entries to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
