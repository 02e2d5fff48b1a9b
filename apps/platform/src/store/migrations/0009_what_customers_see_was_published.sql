-- What was given to the customer of an environment, by whom and when, and when it was taken back. Rows are history: one
-- that was taken back stays, and publishing again is a new one.
create table platform.publications (
  workspace_id text not null,
  environment_id text not null,
  publication_id uuid not null,
  review_id uuid,
  pack_id uuid,
  published_by text not null check (published_by <> ''),
  published_at timestamptz(3) not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz(3),
  withdraw_reason text,
  primary key (workspace_id, environment_id, publication_id),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews,
  foreign key (workspace_id, environment_id, pack_id) references platform.review_packs,
  constraint publications_are_of_one_thing check ((review_id is null) <> (pack_id is null)),
  constraint publications_withdrawn_say_who check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create unique index publications_one_of_review on platform.publications (workspace_id, environment_id, review_id)
  where withdrawn_at is null and review_id is not null;
create unique index publications_one_of_pack on platform.publications (workspace_id, environment_id, pack_id)
  where withdrawn_at is null and pack_id is not null;
create index publications_newest_first
  on platform.publications (workspace_id, environment_id, published_at desc, publication_id desc)
  where withdrawn_at is null;

grant select on platform.publications to settled_reader;
grant select, insert, update on platform.publications to settled_server;
alter table platform.publications enable row level security;
create policy publications_of_workspace on platform.publications to settled_reader
  using (workspace_id = (select settled.current_workspace()));
create policy publications_of_named_workspace on platform.publications to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));

-- For lists that are paged.
create index environments_by_name on platform.environments (workspace_id, name, environment_id);
create index review_pack_sets_newest_first
  on platform.review_pack_sets (workspace_id, environment_id, created_at desc, pack_set_id desc);
create index finding_dispositions_of_finding on platform.finding_dispositions
  (workspace_id, environment_id, finding_key, decided_at desc, disposition_id desc);
