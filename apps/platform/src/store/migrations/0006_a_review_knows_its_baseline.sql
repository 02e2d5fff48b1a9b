-- A review names the baseline that it was compared with, and a manifest everything that it was frozen on.
alter table platform.review_manifests
  add column baseline_id uuid,
  add column baseline_version integer,
  add column decisions jsonb not null default '{"dispositions": [], "pins": []}',
  -- Known once the document was composed: a later answer with other bytes is not taken for the same.
  add column document_hash text,
  add check ((baseline_id is null) = (baseline_version is null)),
  add foreign key (workspace_id, baseline_id, baseline_version) references platform.baseline_versions;

alter table platform.reviews
  add column baseline_id uuid,
  add column baseline_version integer,
  add check ((baseline_id is null) = (baseline_version is null)),
  add foreign key (workspace_id, baseline_id, baseline_version) references platform.baseline_versions;

-- Who took a review back, and why. The review stays where it was in its lineage.
create table platform.review_retractions (
  workspace_id text not null,
  environment_id text not null,
  review_id uuid not null,
  became text not null check (became in ('withdrawn', 'invalid')),
  actor text not null,
  reason text not null check (length(reason) between 1 and 2000),
  retracted_at timestamptz(3) not null default now(),
  primary key (workspace_id, environment_id, review_id),
  foreign key (workspace_id, environment_id, review_id) references platform.reviews
);
grant select on platform.review_retractions to settled_reader;
alter table platform.review_retractions enable row level security;
create policy review_retractions_of_workspace on platform.review_retractions to settled_reader
  using (workspace_id = (select settled.current_workspace()));

create index reviews_by_id on platform.reviews (workspace_id, review_id);
create index reviews_of_run_anywhere on platform.reviews (workspace_id, composed_by_run_id);
create index reviews_newest_first on platform.reviews (workspace_id, environment_id, created_at desc, review_id desc);
create index reviews_last_as_of on platform.reviews (workspace_id, environment_id, as_of desc);
create index review_confirmations_of_run on platform.review_confirmations (workspace_id, environment_id, run_id);
