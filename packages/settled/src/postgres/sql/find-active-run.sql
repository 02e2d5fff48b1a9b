-- The active run of an identity.
-- $1 workspace_id, $2 environment_id, $3 operation_type, $4 identity_key
select * from settled.operation_runs
where workspace_id = $1 and coalesce(environment_id, '') = coalesce($2, '') and operation_type = $3
  and identity_key = $4 and status <> 'completed';
