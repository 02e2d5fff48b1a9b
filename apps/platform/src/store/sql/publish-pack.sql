-- Publishes a pack; no row if it is published already.
-- $1 workspace_id, $2 environment_id, $3 publication_id, $4 pack_id, $5 published_by
insert into platform.publications (workspace_id, environment_id, publication_id, pack_id, published_by)
values ($1, $2, $3, $4, $5)
on conflict (workspace_id, environment_id, pack_id) where withdrawn_at is null and pack_id is not null do nothing
returning publication_id, review_id, pack_id, published_by, published_at;
