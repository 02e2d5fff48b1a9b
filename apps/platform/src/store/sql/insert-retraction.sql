-- Notes who took a review back, and why.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 became, $5 actor, $6 reason
insert into platform.review_retractions (workspace_id, environment_id, review_id, became, actor, reason)
values ($1, $2, $3, $4, $5, $6);
