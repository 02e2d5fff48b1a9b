-- Who took a review back, and why.
-- $1 workspace_id, $2 environment_id, $3 review_id
select became, actor, reason, retracted_at
from platform.review_retractions where workspace_id = $1 and environment_id = $2 and review_id = $3;
