-- The newest decision about each finding at an instant, without those that have expired by then: an expired decision
-- does not bring back the one before it.
-- $1 workspace_id, $2 environment_id, $3 baseline_id or null, $4 as_of or null for now
select finding_key, disposition, actor, reason, decided_at, expires_at
from (
  select distinct on (finding_key) finding_key, disposition, actor, reason, decided_at, expires_at
  from platform.finding_dispositions
  where workspace_id = $1 and environment_id = $2 and decided_at <= coalesce($4::timestamptz, now())
    and (baseline_id = $3::uuid or ($3::uuid is null and baseline_id is null))
  order by finding_key, decided_at desc, disposition_id desc
) newest
where expires_at is null or expires_at > coalesce($4::timestamptz, now())
order by finding_key collate "C";
