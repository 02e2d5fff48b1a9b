-- The identity that an environment's provider must prove before anything is written; null if none is pinned.
-- $1 workspace_id, $2 environment_id
select pinned_identity from platform.environments where workspace_id = $1 and environment_id = $2;
