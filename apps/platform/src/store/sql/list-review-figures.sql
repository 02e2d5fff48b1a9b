-- Single figures of several reviews.
-- $1 workspace_id, $2 environment_id, $3 review_ids, $4 statements
select review_id, statement, figure from platform.review_evidence
where workspace_id = $1 and environment_id = $2 and review_id = any($3::uuid[]) and statement = any($4::text[]);
