-- Takes a pin away.
-- $1 workspace_id, $2 environment_id, $3 baseline_id, $4 type, $5 match_key
delete from platform.baseline_pins
where workspace_id = $1 and environment_id = $2 and baseline_id = $3 and type = $4 and match_key = $5
returning provider_id;
