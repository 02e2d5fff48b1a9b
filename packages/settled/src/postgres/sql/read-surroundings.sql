-- Which migrations were applied, how many workers live, and how long ago one of them last swept.
-- (no params)
select (select array_agg(name) from settled.migrations) as migrations,
  count(lease.id)::int as live_workers,
  extract(epoch from now() - max(lease.swept_at)) * 1000 as swept_ago_ms
from settled.worker_leases lease
where lease.ended_at is null and lease.expires_at > now();
