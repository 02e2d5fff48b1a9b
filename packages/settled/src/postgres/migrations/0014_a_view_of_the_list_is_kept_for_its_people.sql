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
