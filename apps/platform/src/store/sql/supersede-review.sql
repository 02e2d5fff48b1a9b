-- Marks the head that a new review replaces.
-- $1 workspace_id, $2 environment_id, $3 review_id
update platform.reviews set status = 'superseded'
where workspace_id = $1 and environment_id = $2 and review_id = $3 and status = 'current';
