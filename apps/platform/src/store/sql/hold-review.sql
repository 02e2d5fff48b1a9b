-- A review as it stands, held until the end of the transaction: nobody withdraws or replaces it meanwhile.
-- $1 workspace_id, $2 environment_id, $3 review_id
select status from platform.reviews where workspace_id = $1 and environment_id = $2 and review_id = $3 for share;
