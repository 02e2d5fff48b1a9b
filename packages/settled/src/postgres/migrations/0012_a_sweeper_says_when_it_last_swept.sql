-- Whether runs are settled at all can be seen without seeing any of them: each worker that sweeps says when it did last.
alter table settled.worker_leases add column swept_at timestamptz(3);
-- So that a server can say whether it fits its database.
grant select on settled.migrations to settled_server;
