-- How each area stands in the given reviews, one row for each figure of an area.
-- $1 workspace_id, $2 environment_ids, $3 review_ids
select evidence.review_id, evidence.statement, evidence.figure
from unnest($2::text[], $3::uuid[]) as asked (environment_id, review_id)
join platform.review_evidence as evidence
  on evidence.workspace_id = $1 and evidence.environment_id = asked.environment_id
    and evidence.review_id = asked.review_id
where starts_with(evidence.statement, 'area: ')
order by evidence.review_id, evidence.statement;
