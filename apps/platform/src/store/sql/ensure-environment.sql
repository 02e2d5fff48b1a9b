-- Makes an environment, or points an existing one to another provider.
-- $1 workspace_id, $2 environment_id, $3 name, $4 provider
insert into platform.environments as known (workspace_id, environment_id, name, provider) values ($1, $2, $3, $4)
on conflict (workspace_id, environment_id) do update set provider = excluded.provider, name = excluded.name;
