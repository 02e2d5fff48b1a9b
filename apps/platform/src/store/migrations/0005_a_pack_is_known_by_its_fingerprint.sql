-- Packs of reviews: what a run was asked for, the packs that came out, their files, and the set that a run answers with.
-- A pack is inserted when it is complete: while it is being made, the run alone says so, and no dead row can pretend to.

-- What a run renders, frozen before anything is rendered. Written again by a later attempt, never by a fenced one.
create table platform.pack_manifests (
  workspace_id text not null,
  environment_id text not null,
  run_id uuid not null,
  review_id uuid not null,
  set_fingerprint text not null,
  -- By profile: what the pack is made of, and its fingerprint.
  packs jsonb not null,
  frozen_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, run_id),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews
);

create table platform.review_packs (
  workspace_id text not null,
  environment_id text not null,
  pack_id uuid not null,
  review_id uuid not null,
  profile text not null check (profile in ('executive', 'customer', 'technical-auditor')),
  renderer_version text not null,
  locale text not null,
  redaction_version text not null,
  branding_hash text not null,
  predecessor_fingerprint text,
  pack_fingerprint text not null,
  status text not null check (status in ('ready', 'failed', 'revoked')),
  rendered_by_run_id uuid not null,
  -- Over the list of files: a file that is taken away is missed.
  files_hash text,
  failure text,
  -- For support, redacted; never shown to operators.
  failure_detail text,
  revoked_at timestamptz(3),
  revoked_by text,
  revoke_reason text,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, pack_id),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews,
  constraint review_packs_failed_alone_lack_files check ((status = 'failed') = (files_hash is null)),
  constraint review_packs_failed_say_why check ((status = 'failed') = (failure is not null)),
  constraint review_packs_revoked_say_who_and_why check (
    (status = 'revoked') = (revoked_at is not null and revoked_by is not null and revoke_reason is not null))
);
create unique index review_packs_one_per_fingerprint
  on platform.review_packs (workspace_id, environment_id, pack_fingerprint) where status = 'ready';
create unique index review_packs_one_per_id on platform.review_packs (workspace_id, pack_id);
create index review_packs_of_review on platform.review_packs (workspace_id, environment_id, review_id, created_at desc);
create index review_packs_newest_first on platform.review_packs (workspace_id, environment_id, created_at desc, pack_id desc);

-- The bytes lie in platform.blobs under `packfile1:` and the sha256.
create table platform.review_pack_files (
  workspace_id text not null,
  environment_id text not null,
  pack_id uuid not null,
  position integer not null,
  path text not null,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (workspace_id, environment_id, pack_id, path),
  foreign key (workspace_id, environment_id, pack_id) references platform.review_packs
);

-- What one run answers with: for each profile that was asked for, its pack or why there is none.
create table platform.review_pack_sets (
  workspace_id text not null,
  environment_id text not null,
  pack_set_id uuid not null,
  review_id uuid not null,
  made_by_run_id uuid not null,
  set_fingerprint text not null,
  status text not null check (status in ('ready', 'partial', 'revoked')),
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, pack_set_id),
  constraint review_pack_sets_one_per_run unique (workspace_id, environment_id, made_by_run_id),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews
);
create unique index review_pack_sets_one_per_fingerprint
  on platform.review_pack_sets (workspace_id, environment_id, set_fingerprint) where status = 'ready';
create unique index review_pack_sets_one_per_id on platform.review_pack_sets (workspace_id, pack_set_id);

create table platform.review_pack_set_members (
  workspace_id text not null,
  environment_id text not null,
  pack_set_id uuid not null,
  profile text not null,
  pack_id uuid,
  missing text,
  primary key (workspace_id, environment_id, pack_set_id, profile),
  foreign key (workspace_id, environment_id, pack_set_id) references platform.review_pack_sets,
  foreign key (workspace_id, environment_id, pack_id) references platform.review_packs,
  constraint review_pack_set_members_are_there_or_missing check ((pack_id is null) <> (missing is null))
);
create index review_pack_set_members_of_pack on platform.review_pack_set_members (workspace_id, environment_id, pack_id);

create trigger review_pack_sets_announce_themselves after insert on platform.review_pack_sets
  for each row execute function settled.announce_artifact('made_by_run_id');

do $$
declare name text;
begin
  foreach name in array array['pack_manifests', 'review_packs', 'review_pack_files', 'review_pack_sets',
    'review_pack_set_members']
  loop
    execute format('grant select on platform.%I to settled_reader', name);
    execute format('alter table platform.%I enable row level security', name);
    execute format('create policy %I on platform.%I to settled_reader
      using (workspace_id = (select settled.current_workspace()))', name || '_of_workspace', name);
  end loop;
end $$;
