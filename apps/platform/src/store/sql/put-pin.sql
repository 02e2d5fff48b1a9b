-- Pins an entry of a baseline to a policy of an environment; an earlier pin of the entry gives way.
-- $1 workspace_id, $2 environment_id, $3 baseline_id, $4 type, $5 match_key, $6 provider_id, $7 pinned_by
insert into platform.baseline_pins
  (workspace_id, environment_id, baseline_id, type, match_key, provider_id, pinned_by)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (workspace_id, environment_id, baseline_id, type, match_key)
do update set provider_id = excluded.provider_id, pinned_by = excluded.pinned_by, pinned_at = now();
