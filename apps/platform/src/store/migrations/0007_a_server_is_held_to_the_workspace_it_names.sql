-- Whoever serves requests sees and writes rows of the workspace that its transaction names, and no others.
grant usage on schema platform to settled_server;
do $$
declare name text;
begin
  for name in select relname from pg_class
    where relnamespace = 'platform'::regnamespace and relkind = 'r' and relrowsecurity order by relname
  loop
    execute format('grant select, insert, update, delete on platform.%I to settled_server', name);
    execute format('create policy %I on platform.%I to settled_server
      using (workspace_id = (select settled.current_workspace()))
      with check (workspace_id = (select settled.current_workspace()))', name || '_of_named_workspace', name);
  end loop;
end $$;
