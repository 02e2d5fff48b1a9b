-- Records a decision about a finding.
-- $1 workspace_id, $2 environment_id, $3 disposition_id, $4 baseline_id, $5 finding_key, $6 disposition, $7 actor,
-- $8 reason, $9 expires_at
insert into platform.finding_dispositions
  (workspace_id, environment_id, disposition_id, baseline_id, finding_key, disposition, actor, reason, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning finding_key, disposition, actor, reason, decided_at, expires_at;
