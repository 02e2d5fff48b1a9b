-- Restores: their sealed plans, the journal of requests, and the fence that lets one of them write at a time.
alter table platform.environments add column pinned_identity text;

-- Who may write to an environment: the token grows with each taking, and an older one writes nothing any more.
create table platform.restore_fences (
  workspace_id text not null,
  environment_id text not null,
  token bigint not null,
  run_id uuid not null,
  taken_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id),
  foreign key (workspace_id, environment_id) references platform.environments
);

-- A row is a sealed plan: it is inserted whole, with its items, before the first request.
create table platform.restores (
  workspace_id text not null,
  environment_id text not null,
  restore_id uuid not null,
  run_id uuid not null,
  snapshot_id uuid not null,
  resumes_restore_id uuid,
  options jsonb not null,
  plan_hash text not null,
  fence bigint not null,
  sealed_at timestamptz(3) not null default now(),
  judged_at timestamptz(3),
  primary key (workspace_id, environment_id, restore_id),
  constraint restores_one_per_id unique (workspace_id, restore_id),
  constraint restores_one_per_run unique (workspace_id, environment_id, run_id),
  foreign key (workspace_id, environment_id) references platform.environments,
  foreign key (workspace_id, environment_id, snapshot_id) references platform.snapshots,
  foreign key (workspace_id, environment_id, resumes_restore_id) references platform.restores
);
create index restores_of_run on platform.restores (workspace_id, run_id);
create index restores_newest_first on platform.restores (workspace_id, environment_id, sealed_at desc, restore_id desc);

create table platform.restore_items (
  workspace_id text not null,
  environment_id text not null,
  restore_id uuid not null,
  item_no integer not null check (item_no > 0),
  action text not null check (action in ('create', 'update', 'assign', 'skip')),
  planned jsonb not null,
  truth text check (truth in ('applied', 'not_applied', 'partly_applied', 'conflict', 'unknown', 'awaiting_external')),
  judgement jsonb,
  primary key (workspace_id, environment_id, restore_id, item_no),
  foreign key (workspace_id, environment_id, restore_id) references platform.restores,
  check ((truth is null) = (judgement is null))
);

-- One row for each request, committed before it is sent.
create table platform.restore_attempts (
  workspace_id text not null,
  environment_id text not null,
  restore_id uuid not null,
  attempt_no integer not null check (attempt_no > 0),
  item_no integer not null,
  step text not null check (step in ('create', 'update', 'assign', 'state')),
  fence bigint not null,
  pre_ids text[],
  started_at timestamptz(3) not null default clock_timestamp(),
  outcome text not null check (outcome in ('sent', 'acked', 'verified', 'rejected', 'unknown')),
  reason text,
  http_status integer,
  request_id text,
  response_id text,
  approval_code text,
  approval_expires_at timestamptz(3),
  primary key (workspace_id, environment_id, restore_id, attempt_no),
  foreign key (workspace_id, environment_id, restore_id, item_no) references platform.restore_items,
  check (step <> 'create' or pre_ids is not null or outcome = 'rejected'),
  check ((outcome = 'rejected') = (reason is not null))
);
create index restore_attempts_newest_first on platform.restore_attempts (workspace_id, environment_id, started_at desc);
create index restore_attempts_of_item on platform.restore_attempts (workspace_id, environment_id, restore_id, item_no);

create trigger restores_announce_themselves after insert on platform.restores
  for each row execute function settled.announce_artifact('run_id');

do $$
declare name text;
begin
  foreach name in array array['restore_fences', 'restores', 'restore_items', 'restore_attempts']
  loop
    execute format('grant select on platform.%I to settled_reader', name);
    execute format('alter table platform.%I enable row level security', name);
    execute format('create policy %I on platform.%I to settled_reader
      using (workspace_id = (select settled.current_workspace()))', name || '_of_workspace', name);
  end loop;
end $$;
