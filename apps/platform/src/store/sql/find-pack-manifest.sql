-- What a run renders.
-- $1 workspace_id, $2 environment_id, $3 run_id
select review_id, set_fingerprint, packs from platform.pack_manifests
where workspace_id = $1 and environment_id = $2 and run_id = $3;
