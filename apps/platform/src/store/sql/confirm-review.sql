-- Notes that a run found the same content again.
-- $1 workspace_id, $2 environment_id, $3 review_id, $4 run_id, $5 snapshot_id
insert into platform.review_confirmations (workspace_id, environment_id, review_id, run_id, snapshot_id)
values ($1, $2, $3, $4, $5) on conflict do nothing;
