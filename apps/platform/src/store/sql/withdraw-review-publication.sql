-- Takes a published review back from the customer; no row if it is not published.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 withdrawn_by, $5 withdraw_reason
update platform.publications set withdrawn_at = now(), withdrawn_by = $4, withdraw_reason = $5
where workspace_id = $1 and environment_id = $2 and review_id = $3 and withdrawn_at is null
returning publication_id, review_id, pack_id, published_by, published_at;
