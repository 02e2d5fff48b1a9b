-- A page of what the customer of an environment sees, newest first: nothing of it was taken back in any way.
-- $1 workspace_id, $2 environment_id, $3 cursor published_at, $4 cursor publication_id, $5 limit
select publication.publication_id, publication.review_id, publication.pack_id, publication.published_by,
  publication.published_at
from platform.publications as publication
left join platform.review_packs as pack
  on pack.workspace_id = $1 and pack.environment_id = $2 and pack.pack_id = publication.pack_id
left join platform.reviews as review
  on review.workspace_id = $1 and review.environment_id = $2
  and review.review_id = coalesce(publication.review_id, pack.review_id)
where publication.workspace_id = $1 and publication.environment_id = $2 and publication.withdrawn_at is null
  and review.status in ('current', 'superseded') and (publication.pack_id is null or pack.status = 'ready')
  and ($3::timestamptz is null
    or (publication.published_at, publication.publication_id) < ($3::timestamptz, $4::uuid))
order by publication.published_at desc, publication.publication_id desc limit $5;
