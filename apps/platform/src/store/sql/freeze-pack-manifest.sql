-- Keeps what a run renders; a later attempt of the run may have to render something else.
-- $1 workspace_id, $2 environment_id, $3 run_id, $4 review_id, $5 set_fingerprint, $6 packs
insert into platform.pack_manifests (workspace_id, environment_id, run_id, review_id, set_fingerprint, packs)
values ($1, $2, $3, $4, $5, $6)
on conflict (workspace_id, environment_id, run_id)
do update set review_id = excluded.review_id, set_fingerprint = excluded.set_fingerprint, packs = excluded.packs, frozen_at = now();
