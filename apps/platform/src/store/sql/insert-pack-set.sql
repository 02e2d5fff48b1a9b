-- Inserts what a run answers with; no row if another run's set answers the same request already.
-- $1 workspace_id, $2 environment_id, $3 pack_set_id, $4 review_id, $5 run_id, $6 set_fingerprint, $7 status
insert into platform.review_pack_sets
  (workspace_id, environment_id, pack_set_id, review_id, made_by_run_id, set_fingerprint, status)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (workspace_id, environment_id, set_fingerprint) where status = 'ready' do nothing
returning pack_set_id;
