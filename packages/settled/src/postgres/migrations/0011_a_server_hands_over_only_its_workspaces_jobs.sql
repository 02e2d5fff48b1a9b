-- For `prepare`, which runs as the owner: a server puts a job beside its run in one transaction. The engine's tables know no
-- workspace, so a job is seen and written by who sees its run. Only a job's run has its id: there is nothing to look up.
create function settled.open_engine_to_server(engine text, jobs text[], reads text[]) returns void
language plpgsql as $$
declare
  name text;
  place regclass;
begin
  -- Tables of another account are that account's to open.
  if not coalesce(pg_has_role(current_user,
    (select nspowner from pg_namespace where nspname = engine), 'usage'), false) then return; end if;
  -- Many processes prepare at once.
  perform pg_advisory_xact_lock(hashtextextended('settled.open_engine_to_server', 0));
  if not has_schema_privilege('settled_server', engine, 'usage') then
    execute format('grant usage on schema %I to settled_server', engine);
  end if;
  foreach name in array reads loop
    place := format('%I.%I', engine, name)::regclass;
    if not has_table_privilege('settled_server', place, 'select') then
      execute format('grant select on %s to settled_server', place);
    end if;
  end loop;
  foreach name in array jobs loop
    place := format('%I.%I', engine, name)::regclass;
    continue when exists (select from pg_policy where polrelid = place and polname = 'jobs_of_named_workspace');
    execute format('create policy jobs_of_named_workspace on %s to settled_server
      using (exists (select from settled.operation_runs run
        where run.workspace_id = (select settled.current_workspace()) and run.id = %s.id))', place, place);
    -- Whoever else was granted these tables, such as a worker of another account, sees in them what it saw.
    execute format('create policy jobs_for_others on %s
      using ((select not pg_has_role(current_user, ''settled_server'', ''usage'')))', place);
    execute format('alter table %s enable row level security', place);
    execute format('grant select, insert, update, delete on %s to settled_server', place);
  end loop;
end $$;
revoke execute on function settled.open_engine_to_server(text, text[], text[]) from public;
