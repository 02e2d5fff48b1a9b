-- Events can be given out in an order in which none comes later that belongs before one that was given out already.
-- A number is drawn before its transaction commits, so that a reader who sees 10 may be shown 9 later. Whoever adds an
-- event therefore takes a lock of its workspace before the number is drawn, and keeps it until the transaction ends. It
-- is shared by all of them: no writer waits. Once those who held it at a moment are gone, no number below the ones that
-- were there at that moment can appear any more.
--
-- A transaction that notifies holds a lock of the whole database while its commit is made durable: if every one did, they
-- would be made durable one by one. So one of those under way tells, and only if a listener sleeps. A listener that was
-- told looks until it finds nobody under way, and takes the lock that says that it sleeps before it looks for the last time.
create function settled.number_and_tell_event() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(1936028788, hashtext(new.workspace_id));
  -- The number that the column drew by itself is from before the lock: it is not used.
  new.sequence := nextval('settled.operation_run_events_sequence_seq');
  if pg_try_advisory_xact_lock(1936028789, hashtext('settled.events')) then
    -- Who has it keeps listeners from falling asleep until the end, so that there is nobody to tell.
    if not pg_try_advisory_xact_lock(1936028790, hashtext('settled.events')) then
      perform pg_notify('settled.events', '');
    end if;
  end if;
  return new;
end $$;
create trigger operation_run_events_numbered_and_told before insert on settled.operation_run_events
  for each row execute function settled.number_and_tell_event();

-- The number of the newest event of each workspace that is named, for a listener that looks at many at once. It says
-- nothing else, so that it need not be asked workspace by workspace.
create function settled.newest_events(workspaces text[]) returns table (workspace_id text, head bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select named, coalesce(
    (select max(event.sequence) from settled.operation_run_events event where event.workspace_id = named), 0)
  from unnest(workspaces) as named
$$;
revoke execute on function settled.newest_events(text[]) from public;
grant execute on function settled.newest_events(text[]) to settled_server;
