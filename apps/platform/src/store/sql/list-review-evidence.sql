-- Where each figure of a review comes from.
-- $1 workspace_id, $2 environment_id, $3 review_id
select statement, source, source_hash, figure from platform.review_evidence
where workspace_id = $1 and environment_id = $2 and review_id = $3 order by statement;
