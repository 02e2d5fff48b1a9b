-- Moves a review to another status, if it still has the one that was read.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 from, $5 to
update platform.reviews set status = $5
where workspace_id = $1 and environment_id = $2 and review_id = $3 and status = $4
returning review_id;
