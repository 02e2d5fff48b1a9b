-- Baselines with their versions, the pins of an environment, and the decisions about findings.
create table platform.baselines (
  workspace_id text not null references platform.workspaces (workspace_id),
  baseline_id uuid not null,
  name text not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, baseline_id),
  constraint baselines_one_per_name unique (workspace_id, name)
);

-- The document is one value with the hash that names it, so that no entry can come to a released version later.
create table platform.baseline_versions (
  workspace_id text not null,
  baseline_id uuid not null,
  version integer not null check (version > 0),
  version_hash text not null check (version_hash like 'baseline1:%'),
  document bytea not null,
  entries integer not null,
  left_out integer not null,
  source text not null,
  released_by text not null,
  released_at timestamptz(3) not null default now(),
  primary key (workspace_id, baseline_id, version),
  foreign key (workspace_id, baseline_id) references platform.baselines
);

create table platform.baseline_pins (
  workspace_id text not null,
  environment_id text not null,
  baseline_id uuid not null,
  type text not null,
  match_key text not null,
  provider_id text not null,
  pinned_by text not null,
  pinned_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, baseline_id, type, match_key),
  foreign key (workspace_id, environment_id) references platform.environments,
  foreign key (workspace_id, baseline_id) references platform.baselines
);

-- Append-only: the newest decision about a finding counts, and the earlier ones say how it came about.
create table platform.finding_dispositions (
  workspace_id text not null,
  environment_id text not null,
  disposition_id uuid not null,
  baseline_id uuid,
  finding_key text not null check (finding_key like 'finding1:%'),
  disposition text not null check (disposition in ('accepted', 'customer_specific', 'to_fix', 'resolved')),
  actor text not null check (actor <> ''),
  reason text not null check (reason <> ''),
  decided_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) check (expires_at > decided_at),
  primary key (workspace_id, environment_id, disposition_id),
  foreign key (workspace_id, environment_id) references platform.environments,
  foreign key (workspace_id, baseline_id) references platform.baselines
);
create index finding_dispositions_newest_first on platform.finding_dispositions
  (workspace_id, environment_id, baseline_id, finding_key, decided_at desc, disposition_id desc);

create function platform.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;
create trigger baseline_versions_never_change before update or delete on platform.baseline_versions
  for each row execute function platform.refuse_rewriting();
create trigger baseline_versions_are_never_emptied before truncate on platform.baseline_versions
  for each statement execute function platform.refuse_rewriting();
create trigger finding_dispositions_never_change before update or delete on platform.finding_dispositions
  for each row execute function platform.refuse_rewriting();
create trigger finding_dispositions_are_never_emptied before truncate on platform.finding_dispositions
  for each statement execute function platform.refuse_rewriting();

do $$
declare name text;
begin
  foreach name in array array['baselines', 'baseline_versions', 'baseline_pins', 'finding_dispositions']
  loop
    execute format('grant select on platform.%I to settled_reader', name);
    execute format('alter table platform.%I enable row level security', name);
    execute format('create policy %I on platform.%I to settled_reader
      using (workspace_id = (select settled.current_workspace()))', name || '_of_workspace', name);
  end loop;
end $$;
