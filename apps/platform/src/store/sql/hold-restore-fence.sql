-- Locks the fence of an environment for its holder until the transaction ends; no row if the token is void.
-- $1 workspace_id, $2 environment_id, $3 token
select token::text as token from platform.restore_fences
where workspace_id = $1 and environment_id = $2 and token = $3
for share;
