-- Pins the identity of an environment's provider, once.
-- $1 workspace_id, $2 environment_id, $3 pinned_identity
update platform.environments set pinned_identity = $3
where workspace_id = $1 and environment_id = $2 and pinned_identity is null
returning pinned_identity;
