-- Whether a worker lease is open and unexpired.
-- $1 owner_id
select exists (
  select from settled.worker_leases where id = $1 and ended_at is null and expires_at > now()
) as may_live;
