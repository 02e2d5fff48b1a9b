-- Views of the list of runs that people want to come back to: their own, and those that everybody has.
create table settled.saved_views (
  workspace_id text not null,
  id uuid not null,
  owner_kind text not null,
  owner_id text not null,
  owner_name text not null,
  name text not null,
  query text not null,
  is_shared boolean not null,
  created_at timestamptz(3) not null default now(),
  changed_at timestamptz(3) not null default now(),
  primary key (workspace_id, id)
);
create index saved_views_by_owner on settled.saved_views (workspace_id, owner_kind, owner_id);
create index saved_views_shared on settled.saved_views (workspace_id) where is_shared;

grant select, insert, update, delete on settled.saved_views to settled_server;
alter table settled.saved_views enable row level security;
create policy saved_views_of_named_workspace on settled.saved_views to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));

-- How many runs are asked for, up to a limit, and when the oldest of those was.
create function settled.tally_runs(
  workspace_id text, statuses text[], outcomes text[], operation_types text[], environment_ids text[],
  initiator_id text, reasons text[], since timestamptz, until timestamptz, cursor_created_at timestamptz,
  cursor_id uuid, reconciled boolean, needs_person boolean, at_most integer, words text
) returns table (count bigint, oldest timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare statement text := settled.page_statement();
begin
  if words is not null then
    statement := settled.all_with_words_statement();
  end if;
  return query execute 'select count(*), min(created_at) from (' || statement || ') asked_for'
    using workspace_id, statuses, outcomes, operation_types, environment_ids, initiator_id, reasons, since, until,
      cursor_created_at, cursor_id, reconciled, needs_person, at_most, words;
end $$;
revoke execute on function settled.tally_runs from public;
grant execute on function settled.tally_runs to settled_server;
