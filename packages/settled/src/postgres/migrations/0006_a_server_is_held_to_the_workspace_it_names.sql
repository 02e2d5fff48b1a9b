-- The role of whoever serves requests: it owns nothing, and sees and writes only rows of the workspace that its
-- transaction names. Workers and migrations keep a role that owns the tables.
do $$
begin
  if not exists (select from pg_roles where rolname = 'settled_server') then
    create role settled_server nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not pg_has_role(current_user, 'settled_server', 'usage') then
    execute format('grant settled_server to %I', current_user);
  end if;
exception when others then
  if not pg_has_role(current_user, 'settled_server', 'usage') then raise; end if;
end $$;

-- Looks at the truth are taken in the reader's role.
do $$
begin
  if not pg_has_role('settled_server', 'settled_reader', 'usage') then
    grant settled_reader to settled_server;
  end if;
exception when others then
  if not pg_has_role('settled_server', 'settled_reader', 'usage') then raise; end if;
end $$;

grant usage on schema settled to settled_server;
grant select, insert, update on settled.operation_runs to settled_server;
grant select, insert on settled.operation_run_events to settled_server;
grant select, insert, update, delete on settled.operation_run_checks, settled.keyed_answers to settled_server;
grant select on settled.worker_leases to settled_server;

create policy operation_runs_of_named_workspace on settled.operation_runs to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
create policy operation_run_events_of_named_workspace on settled.operation_run_events to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
alter table settled.operation_run_checks enable row level security;
create policy operation_run_checks_of_named_workspace on settled.operation_run_checks to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
alter table settled.keyed_answers enable row level security;
create policy keyed_answers_of_named_workspace on settled.keyed_answers to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
--! formerly ced1ec034d0d2d556eaec07d1d7112138194b9b53d85ddfe29699458c9213049
