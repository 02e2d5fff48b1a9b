-- Inserts where each figure of a review comes from.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 evidence
insert into platform.review_evidence (workspace_id, environment_id, review_id, statement, source, source_hash, figure)
select $1, $2, $3, statement, source, source_hash, figure
from jsonb_to_recordset($4::jsonb) as evidence (statement text, source text, source_hash text, figure integer);
