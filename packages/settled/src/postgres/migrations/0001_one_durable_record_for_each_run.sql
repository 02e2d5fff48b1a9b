-- Runs, their append-only events, worker leases, and what the database refuses whatever the code says.
create table settled.operation_runs (
  workspace_id text not null,
  id uuid not null,
  environment_id text,
  operation_type text not null,
  status text not null default 'queued',
  outcome text,
  identity_key text not null,
  attempt integer not null default 0,
  version integer not null default 1,
  owner_id uuid,
  initiator jsonb not null,
  input jsonb not null,
  context jsonb not null default '{}',
  summary jsonb not null default '{}',
  progress jsonb,
  failure jsonb,
  created_at timestamptz(3) not null default now(),
  queued_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  completed_at timestamptz(3),
  due_at timestamptz(3),
  cancel_requested_at timestamptz(3),
  rerun_of uuid,
  primary key (workspace_id, id),
  constraint operation_runs_status_is_known
    check (status in ('queued', 'running', 'completed')),
  constraint operation_runs_outcome_is_known
    check (outcome in ('succeeded', 'partially_succeeded', 'blocked', 'attention_required', 'failed', 'cancelled')),
  constraint operation_runs_outcome_exactly_when_completed
    check ((outcome is null) = (status <> 'completed')),
  constraint operation_runs_times_in_order
    check (queued_at >= created_at and started_at >= created_at and completed_at >= coalesce(started_at, created_at)),
  constraint operation_runs_completed_at_exactly_when_completed
    check ((completed_at is null) = (status <> 'completed')),
  constraint operation_runs_owner_only_while_running
    check (owner_id is null or status = 'running')
) with (fillfactor = 80);

-- One active run per identity: the loser of a race is shown the winner.
create unique index operation_runs_one_active_per_identity
  on settled.operation_runs (workspace_id, coalesce(environment_id, ''), operation_type, identity_key)
  where status <> 'completed';
create index operation_runs_newest_first
  on settled.operation_runs (workspace_id, created_at desc, id desc);
create index operation_runs_newest_first_by_environment
  on settled.operation_runs (workspace_id, environment_id, created_at desc, id desc);
create index operation_runs_active
  on settled.operation_runs (workspace_id, status, created_at desc, id desc) where status <> 'completed';
create index operation_runs_need_a_person
  on settled.operation_runs (workspace_id, created_at desc, id desc)
  where outcome in ('attention_required', 'blocked');
-- The next three serve look-ups that have no workspace: a job names only its run, the sweeper serves everyone.
create index operation_runs_by_id on settled.operation_runs (id);
create index operation_runs_due on settled.operation_runs (due_at) where due_at is not null;
create index operation_runs_by_owner on settled.operation_runs (owner_id) where owner_id is not null;

create table settled.operation_run_events (
  workspace_id text not null,
  sequence bigint generated always as identity,
  run_id uuid not null,
  version integer not null,
  kind text not null,
  attempt integer not null,
  actor jsonb not null,
  "from" jsonb,
  "to" jsonb not null,
  detail jsonb not null default '{}',
  at timestamptz(3) not null default now(),
  primary key (workspace_id, sequence),
  constraint operation_run_events_one_per_version unique (workspace_id, run_id, version),
  constraint operation_run_events_of_a_run
    foreign key (workspace_id, run_id) references settled.operation_runs (workspace_id, id),
  constraint operation_run_events_kind_is_known check (kind in (
    'created', 'dispatched', 'begun', 'attempt_ended', 'went_silent', 'cancel_requested', 'cancelled',
    'finished', 'reconciled', 'redispatched', 'late_report', 'delivery_ignored'))
);
create index operation_run_events_of_run on settled.operation_run_events (workspace_id, run_id, sequence);
create unique index operation_run_events_one_finish_per_attempt
  on settled.operation_run_events (workspace_id, run_id, attempt) where kind = 'finished';

-- One row for each worker process; its beats cost nothing per run.
create table settled.worker_leases (
  id uuid primary key,
  name text not null,
  started_at timestamptz(3) not null default now(),
  beat_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_because text,
  lock_key bigint,
  lock_missing_since timestamptz(3)
) with (fillfactor = 50);
create index worker_leases_open on settled.worker_leases (expires_at) where ended_at is null;

-- The sweeper's own bookkeeping: how often the truth was asked in vain.
create table settled.operation_run_checks (
  workspace_id text not null,
  run_id uuid not null,
  tries integer not null default 0,
  since timestamptz(3) not null default now(),
  because text not null,
  primary key (workspace_id, run_id)
);

create function settled.position_of(run settled.operation_runs) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_build_object('status', run.status, 'outcome', run.outcome, 'attempt', run.attempt)
$$;

create function settled.iso(moment timestamptz) returns text
language sql immutable parallel safe as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function settled.after_ms(ms double precision) returns timestamptz
language sql stable parallel safe as $$ select now() + ms * interval '1 millisecond' $$;

-- What no release may ever write, whatever its code says.
create function settled.refuse_untrue_write() returns trigger language plpgsql as $$
begin
  if new.version <= old.version or new.attempt < old.attempt then
    raise exception 'version and attempt of a run only grow' using errcode = 'check_violation';
  end if;
  if old.status = 'completed' and (new.status, new.outcome) is distinct from (old.status, old.outcome) then
    if old.outcome = 'succeeded' then
      raise exception 'succeeded is final' using errcode = 'check_violation';
    end if;
    if new.context -> 'reconciliation' is not distinct from old.context -> 'reconciliation' then
      raise exception 'a completed run changes only by a recorded reconciliation' using errcode = 'check_violation';
    end if;
  end if;
  if old.context -> 'reconciliation' is not null
    and new.context #> '{reconciliation,previous}' is distinct from old.context #> '{reconciliation,previous}' then
    raise exception 'what was reported before the first reconciliation is kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger operation_runs_stay_true before update on settled.operation_runs
  for each row execute function settled.refuse_untrue_write();

create function settled.refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is append-only' using errcode = 'check_violation';
end $$;
create trigger operation_run_events_append_only before update or delete on settled.operation_run_events
  for each row execute function settled.refuse_rewriting_history();

-- For hosts: `after insert on reviews … execute function settled.announce_artifact('composed_by_run_id')`. The new
-- version makes every judgement in flight void, and the run of a late artifact is due at once, whoever wrote it.
create function settled.announce_artifact() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
declare artifact jsonb := to_jsonb(new);
begin
  update settled.operation_runs
     set due_at = case when status = 'completed' then now() else due_at end, version = version + 1
   where workspace_id = artifact ->> 'workspace_id'
     and id = (artifact ->> tg_argv[0])::uuid
     and outcome is distinct from 'succeeded';
  return null;
end $$;
