-- Environments, their snapshots and their reviews; every row names its workspace and environment.
create table platform.workspaces (
  workspace_id text primary key,
  name text not null,
  created_at timestamptz(3) not null default now()
);

create table platform.environments (
  workspace_id text not null references platform.workspaces (workspace_id),
  environment_id text not null,
  name text not null,
  state text not null default 'active' check (state in ('active', 'suspended', 'archived')),
  provider jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id)
);

-- Content-addressed and never shared between workspaces: that a content exists would tell about others.
create table platform.blobs (
  workspace_id text not null references platform.workspaces (workspace_id),
  hash text not null,
  bytes bytea not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, hash)
);

create table platform.snapshots (
  workspace_id text not null,
  environment_id text not null,
  snapshot_id uuid not null,
  captured_by_run_id uuid not null,
  state text not null check (state in ('building', 'sealed', 'failed')),
  snapshot_hash text not null,
  normaliser_version text not null,
  counts jsonb not null,
  sealed_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, snapshot_id),
  constraint snapshots_one_per_run unique (workspace_id, environment_id, captured_by_run_id),
  foreign key (workspace_id, environment_id) references platform.environments
);
create index snapshots_newest_first on platform.snapshots (workspace_id, environment_id, sealed_at desc, snapshot_id desc);

create table platform.snapshot_items (
  workspace_id text not null,
  environment_id text not null,
  snapshot_id uuid not null,
  type text not null,
  item_key text not null,
  state text not null check (state in ('ok', 'unreadable', 'incomplete', 'ambiguous')),
  provider_id text,
  display_name text not null,
  file text not null,
  raw_hash text,
  content_hash text,
  assignment_hash text,
  meta_hash text,
  declared_settings integer,
  actual_settings integer,
  remarks jsonb not null default '[]',
  primary key (workspace_id, environment_id, snapshot_id, type, item_key),
  foreign key (workspace_id, environment_id, snapshot_id) references platform.snapshots
);

create table platform.snapshot_coverage (
  workspace_id text not null,
  environment_id text not null,
  snapshot_id uuid not null,
  type text not null,
  status text not null check (status in ('complete', 'partial', 'failed', 'unlicensed', 'unsupported', 'excluded')),
  items integer not null,
  reason text not null,
  primary key (workspace_id, environment_id, snapshot_id, type),
  foreign key (workspace_id, environment_id, snapshot_id) references platform.snapshots
);

-- Files of the export that are known to be no policy: named, so that nothing is dropped in silence.
create table platform.snapshot_ignored_files (
  workspace_id text not null,
  environment_id text not null,
  snapshot_id uuid not null,
  file text not null,
  reason text not null,
  primary key (workspace_id, environment_id, snapshot_id, file),
  foreign key (workspace_id, environment_id, snapshot_id) references platform.snapshots
);

-- What a composition was frozen on, before anything was composed.
create table platform.review_manifests (
  workspace_id text not null,
  environment_id text not null,
  run_id uuid not null,
  fingerprint text not null,
  lineage_key text not null,
  inputs jsonb not null,
  snapshot_id uuid not null,
  as_of timestamptz(3) not null,
  primary key (workspace_id, environment_id, run_id),
  foreign key (workspace_id, environment_id, snapshot_id) references platform.snapshots
);

create table platform.reviews (
  workspace_id text not null,
  environment_id text not null,
  review_id uuid not null,
  composed_by_run_id uuid,
  fingerprint text,
  lineage_key text not null,
  sequence integer not null,
  supersedes_id uuid,
  document_hash text not null,
  completeness numeric(5, 4) not null check (completeness between 0 and 1),
  status text not null check (status in ('draft', 'current', 'superseded', 'withdrawn', 'invalid')),
  snapshot_id uuid not null,
  period_key text not null,
  as_of timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, review_id),
  constraint reviews_one_per_place_in_lineage unique (workspace_id, environment_id, lineage_key, sequence),
  foreign key (workspace_id, environment_id) references platform.environments,
  foreign key (workspace_id, environment_id, supersedes_id) references platform.reviews,
  foreign key (workspace_id, environment_id, snapshot_id) references platform.snapshots
);
create unique index reviews_one_per_fingerprint on platform.reviews (workspace_id, environment_id, fingerprint)
  where status not in ('invalid', 'withdrawn');
create unique index reviews_one_current_per_lineage on platform.reviews (workspace_id, environment_id, lineage_key)
  where status = 'current';
create unique index reviews_one_successor on platform.reviews (workspace_id, environment_id, supersedes_id)
  where status <> 'invalid';
create index reviews_of_run on platform.reviews (workspace_id, environment_id, composed_by_run_id);

-- Where each figure of a review comes from.
create table platform.review_evidence (
  workspace_id text not null,
  environment_id text not null,
  review_id uuid not null,
  statement text not null,
  source text not null,
  source_hash text not null,
  figure integer not null,
  primary key (workspace_id, environment_id, review_id, statement),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews
);

-- The same content was found again later.
create table platform.review_confirmations (
  workspace_id text not null,
  environment_id text not null,
  review_id uuid not null,
  run_id uuid not null,
  snapshot_id uuid not null,
  confirmed_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, review_id, run_id),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews
);

create trigger snapshots_announce_themselves after insert on platform.snapshots
  for each row execute function settled.announce_artifact('captured_by_run_id');
create trigger reviews_announce_themselves after insert on platform.reviews
  for each row when (new.composed_by_run_id is not null)
  execute function settled.announce_artifact('composed_by_run_id');
