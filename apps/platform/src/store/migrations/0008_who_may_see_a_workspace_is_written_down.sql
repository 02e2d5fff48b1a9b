-- People, how they prove who they are, where they are members, and service tokens. Secrets are kept as hashes alone.
create table platform.people (
  person_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 320),
  password_hash text,
  has_password boolean not null generated always as (password_hash is not null) stored,
  -- Becomes an owner of every workspace that is made later, too.
  owns_installation boolean not null default false,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create unique index people_one_per_email on platform.people (lower(email));

-- Who an OpenID provider says that somebody is.
create table platform.identities (
  issuer text not null,
  subject text not null,
  person_id uuid not null references platform.people on delete cascade,
  created_at timestamptz(3) not null default now(),
  primary key (issuer, subject)
);
create unique index identities_one_per_issuer on platform.identities (person_id, issuer);

create table platform.memberships (
  workspace_id text not null references platform.workspaces (workspace_id),
  person_id uuid not null references platform.people on delete cascade,
  role text not null check (role in ('owner', 'operator', 'viewer', 'customer')),
  -- Null = every environment, and what belongs to the workspace as a whole.
  environment_ids text[] check (cardinality(environment_ids) between 1 and 200),
  added_at timestamptz(3) not null default now(),
  -- Until then the person was invited and sees nothing.
  accepted_at timestamptz(3),
  primary key (workspace_id, person_id),
  check (role <> 'owner' or environment_ids is null)
);
create index memberships_of_person on platform.memberships (person_id, workspace_id);

-- An id that a browser holds is stored as its SHA-256. Of a person, or of whoever knows the bootstrap token.
create table platform.sessions (
  session_hash bytea primary key check (length(session_hash) = 32),
  session_id uuid not null,
  person_id uuid references platform.people on delete cascade,
  bootstrap_hash bytea,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  check (num_nonnulls(person_id, bootstrap_hash) = 1)
);
create index sessions_of_person on platform.sessions (person_id, created_at desc) where ended_at is null;
create index sessions_of_bootstrap on platform.sessions (bootstrap_hash, created_at desc) where ended_at is null;
create index sessions_by_age on platform.sessions (created_at);

create table platform.service_tokens (
  workspace_id text not null references platform.workspaces (workspace_id),
  token_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  shown_prefix text not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  role text check (role in ('owner', 'operator', 'viewer', 'customer')),
  scopes text[] check (cardinality(scopes) between 1 and 100),
  environment_ids text[] check (cardinality(environment_ids) between 1 and 200),
  created_by jsonb not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  primary key (workspace_id, token_id),
  check (num_nonnulls(role, scopes) = 1)
);
create unique index service_tokens_one_per_secret on platform.service_tokens (secret_hash);
create index service_tokens_newest_first on platform.service_tokens (workspace_id, created_at desc, token_id);

-- What is handed over once: to become the installation's owner, or to accept a membership.
create table platform.one_time_links (
  link_hash bytea primary key check (length(link_hash) = 32),
  workspace_id text,
  person_id uuid,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  check (num_nonnulls(workspace_id, person_id) in (0, 2)),
  foreign key (workspace_id, person_id) references platform.memberships on delete cascade
);
create index one_time_links_of_member on platform.one_time_links (workspace_id, person_id);
create index one_time_links_by_age on platform.one_time_links (expires_at);

alter table platform.people enable row level security;
alter table platform.identities enable row level security;
alter table platform.memberships enable row level security;
alter table platform.sessions enable row level security;
alter table platform.service_tokens enable row level security;
alter table platform.one_time_links enable row level security;

-- The server sees people as members of the workspace that it names; a password's hash it sees of nobody.
grant select (person_id, name, email, has_password, disabled_at) on platform.people to settled_server;
create policy people_of_named_workspace on platform.people for select to settled_server
  using (exists (
    select from platform.memberships
    where memberships.workspace_id = (select settled.current_workspace())
      and memberships.person_id = people.person_id
  ));
grant select on platform.memberships to settled_reader;
grant select, insert, update, delete on platform.memberships to settled_server;
create policy memberships_of_workspace on platform.memberships to settled_reader
  using (workspace_id = (select settled.current_workspace()));
create policy memberships_of_named_workspace on platform.memberships to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));
grant select (workspace_id, token_id, name, shown_prefix, role, scopes, environment_ids, created_by, created_at,
  expires_at, revoked_at, last_used_at) on platform.service_tokens to settled_reader, settled_server;
grant insert, update (revoked_at) on platform.service_tokens to settled_server;
create policy service_tokens_of_workspace on platform.service_tokens to settled_reader
  using (workspace_id = (select settled.current_workspace()));
create policy service_tokens_of_named_workspace on platform.service_tokens to settled_server
  using (workspace_id = (select settled.current_workspace()))
  with check (workspace_id = (select settled.current_workspace()));

create function platform.own_every_workspace() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into platform.memberships (workspace_id, person_id, role, accepted_at)
    select new.workspace_id, person_id, 'owner', now() from platform.people where owns_installation;
  return null;
end $$;
create trigger workspaces_are_owned after insert on platform.workspaces
  for each row execute function platform.own_every_workspace();
revoke all on function platform.own_every_workspace() from public;
