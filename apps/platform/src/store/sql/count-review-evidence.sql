-- How many figures of a review say where they come from.
-- $1 workspace_id, $2 environment_id, $3 review_id
select count(*)::int as figures from platform.review_evidence
where workspace_id = $1 and environment_id = $2 and review_id = $3;
