-- The service token of a hash, if it is valid; notes that it was used.
-- $1 secret_hash
select workspace_id, workspace_name, token_id, name, role, scopes, environment_ids from platform.see_token($1);
