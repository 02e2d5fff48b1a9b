-- A page of a workspace's environments by name, each with the newest sealed snapshot, the newest review that stands and
-- the newest restore with what became of its items.
-- $1 workspace_id, $2 environment_ids or null, $3 cursor name, $4 cursor environment_id, $5 limit
select environment.environment_id, environment.name, environment.state, environment.provider,
  environment.pinned_identity, snapshot.snapshot_id, snapshot.sealed_at, snapshot.counts, coverage.types,
  coverage.complete, review.review_id, review.sequence, review.period_key, review.status as review_status,
  review.completeness::float8 as completeness, review.as_of, restore.restore_id, restore.run_id as restore_run_id,
  restore.sealed_at as restore_sealed_at, restore.judged_at as restore_judged_at, written.planned, written.written
from (
  select * from platform.environments
  where workspace_id = $1 and ($2::text[] is null or environment_id = any ($2::text[]))
    and ($3::text is null or (name, environment_id) > ($3::text, $4::text))
  order by name, environment_id limit $5
) as environment
left join lateral (
  select snapshot_id, sealed_at, counts from platform.snapshots
  where workspace_id = $1 and environment_id = environment.environment_id and state = 'sealed'
  order by sealed_at desc, snapshot_id desc limit 1
) as snapshot on true
left join lateral (
  select count(*)::integer as types, (count(*) filter (where status = 'complete'))::integer as complete
  from platform.snapshot_coverage
  where workspace_id = $1 and environment_id = environment.environment_id and snapshot_id = snapshot.snapshot_id
) as coverage on true
left join lateral (
  select review_id, sequence, period_key, status, completeness, as_of from platform.reviews
  where workspace_id = $1 and environment_id = environment.environment_id and status = 'current'
  order by as_of desc, review_id desc limit 1
) as review on true
left join lateral (
  select restore_id, run_id, sealed_at, judged_at from platform.restores
  where workspace_id = $1 and environment_id = environment.environment_id
  order by sealed_at desc, restore_id desc limit 1
) as restore on true
left join lateral (
  select (count(*) filter (where action <> 'skip'))::integer as planned,
    (count(*) filter (where action <> 'skip' and truth = 'applied'))::integer as written
  from platform.restore_items
  where workspace_id = $1 and environment_id = environment.environment_id and restore_id = restore.restore_id
) as written on true
order by environment.name, environment.environment_id;
