-- A page of a workspace's environments by name, each with how much its customer sees and since when.
-- $1 workspace_id, $2 environment_ids or null, $3 cursor name, $4 cursor environment_id, $5 limit
select environment.environment_id, environment.name, published.count, published.newest_at
from (
  select environment_id, name from platform.environments
  where workspace_id = $1 and ($2::text[] is null or environment_id = any ($2::text[]))
    and ($3::text is null or (name, environment_id) > ($3::text, $4::text))
  order by name, environment_id limit $5
) as environment
left join lateral (
  select count(*)::integer as count, max(publication.published_at) as newest_at
  from platform.publications as publication
  left join platform.review_packs as pack
    on pack.workspace_id = $1 and pack.environment_id = environment.environment_id
    and pack.pack_id = publication.pack_id
  left join platform.reviews as review
    on review.workspace_id = $1 and review.environment_id = environment.environment_id
    and review.review_id = coalesce(publication.review_id, pack.review_id)
  where publication.workspace_id = $1 and publication.environment_id = environment.environment_id
    and publication.withdrawn_at is null and review.status in ('current', 'superseded')
    and (publication.pack_id is null or pack.status = 'ready')
) as published on true
order by environment.name, environment.environment_id;
