-- A baseline by its name, held until the transaction ends, so that versions are numbered one after the other.
-- $1 workspace_id, $2 name
select baseline_id, name from platform.baselines where workspace_id = $1 and name = $2 for update;
