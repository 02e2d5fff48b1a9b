-- When the content of a review was found again.
-- $1 workspace_id, $2 environment_id, $3 review_id
select run_id, snapshot_id, confirmed_at from platform.review_confirmations
where workspace_id = $1 and environment_id = $2 and review_id = $3 order by confirmed_at desc limit 100;
