-- Notes in a run's manifest which document was composed from it.
-- $1 workspace_id, $2 environment_id, $3 run_id, $4 document_hash
update platform.review_manifests set document_hash = $4
where workspace_id = $1 and environment_id = $2 and run_id = $3;
