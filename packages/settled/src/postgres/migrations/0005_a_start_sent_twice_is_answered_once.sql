-- Answers that were given under a key of the caller's, so that a repeat gets the same. A row is looked at by its key
-- alone; old ones are taken away a few at a time by whoever keeps a new one.
create table settled.keyed_answers (
  workspace_id text not null,
  actor_kind text not null,
  actor_id text not null,
  key text not null,
  fingerprint text not null,
  answer text not null,
  kept_at timestamptz(3) not null default now(),
  primary key (workspace_id, actor_kind, actor_id, key)
);
create index keyed_answers_oldest_first on settled.keyed_answers (workspace_id, kept_at);
