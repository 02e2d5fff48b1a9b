-- Every decision about a finding, newest first: the first one counts.
-- $1 workspace_id, $2 environment_id, $3 finding_key, $4 cursor decided_at, $5 cursor disposition_id, $6 limit
select disposition_id, baseline_id, finding_key, disposition, actor, reason, decided_at, expires_at
from platform.finding_dispositions
where workspace_id = $1 and environment_id = $2 and finding_key = $3
  and ($4::timestamptz is null or (decided_at, disposition_id) < ($4::timestamptz, $5::uuid))
order by decided_at desc, disposition_id desc limit $6;
