-- A page of a workspace's environments by name, each with the newest sealed snapshot and the newest review that stands.
-- $1 workspace_id, $2 environment_ids or null, $3 cursor name, $4 cursor environment_id, $5 limit
select environment.environment_id, environment.name, environment.state, environment.provider,
  environment.pinned_identity, snapshot.snapshot_id, snapshot.sealed_at, snapshot.counts, coverage.types,
  coverage.complete, review.review_id, review.sequence, review.period_key, review.status as review_status,
  review.completeness::float8 as completeness, review.as_of
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
order by environment.name, environment.environment_id;
