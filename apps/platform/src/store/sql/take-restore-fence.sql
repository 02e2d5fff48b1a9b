-- Takes the right to write to an environment: from now on every older token is void.
-- $1 workspace_id, $2 environment_id, $3 run_id
insert into platform.restore_fences as fence (workspace_id, environment_id, token, run_id)
values ($1, $2, 1, $3)
on conflict (workspace_id, environment_id)
do update set token = fence.token + 1, run_id = excluded.run_id, taken_at = now()
returning token::text as token;
