-- The publication of a review that stands.
-- $1 workspace_id, $2 environment_id, $3 review_id
select publication_id, review_id, pack_id, published_by, published_at
from platform.publications
where workspace_id = $1 and environment_id = $2 and review_id = $3 and withdrawn_at is null;
