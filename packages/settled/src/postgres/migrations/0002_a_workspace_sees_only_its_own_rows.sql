-- The role under which business truth is asked. It may read and nothing else; row-level security holds for it.
do $$
begin
  -- Where this account may make no roles, an administrator has made it.
  if not exists (select from pg_roles where rolname = 'settled_reader') then
    create role settled_reader nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

-- Since PostgreSQL 16 whoever makes a role may grant it, but not yet use it. Roles belong to the whole server:
-- another database may be doing the same at this moment.
do $$
begin
  if not pg_has_role(current_user, 'settled_reader', 'usage') then
    execute format('grant settled_reader to %I', current_user);
  end if;
exception when others then
  if not pg_has_role(current_user, 'settled_reader', 'usage') then raise; end if;
end $$;

-- The workspace of this transaction; null (and so no row) when none was named.
create function settled.current_workspace() returns text
language sql stable parallel safe as $$ select nullif(current_setting('settled_scope.workspace_id', true), '') $$;

grant usage on schema settled to settled_reader;
grant execute on function settled.current_workspace() to settled_reader;
grant select on settled.operation_runs, settled.operation_run_events to settled_reader;

alter table settled.operation_runs enable row level security;
create policy operation_runs_of_workspace on settled.operation_runs
  to settled_reader using (workspace_id = (select settled.current_workspace()));
alter table settled.operation_run_events enable row level security;
create policy operation_run_events_of_workspace on settled.operation_run_events
  to settled_reader using (workspace_id = (select settled.current_workspace()));
--! formerly 12a6c73ae4ac635fc92823e9b87d1af8cca621624713698f5d09e96b1ffe632b
