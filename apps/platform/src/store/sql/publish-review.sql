-- Publishes a review; no row if it is published already.
-- $1 workspace_id, $2 environment_id, $3 publication_id, $4 review_id, $5 published_by
insert into platform.publications (workspace_id, environment_id, publication_id, review_id, published_by)
values ($1, $2, $3, $4, $5)
on conflict (workspace_id, environment_id, review_id) where withdrawn_at is null and review_id is not null do nothing
returning publication_id, review_id, pack_id, published_by, published_at;
