-- How many worker leases are open: living ones, and silent ones that no sweep has ended.
-- no params
select count(*) filter (where expires_at > statement_timestamp())::integer as living,
  count(*) filter (where expires_at <= statement_timestamp())::integer as silent
from settled.worker_leases where ended_at is null;
