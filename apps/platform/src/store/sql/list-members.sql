-- The members of a workspace, by name.
-- $1 workspace_id
select m.person_id, case when m.accepted_at is null then p.email else p.name end as name, p.email, m.role,
  m.environment_ids, m.added_at, m.accepted_at, p.disabled_at is not null as is_disabled
from platform.memberships m join platform.people p on p.person_id = m.person_id
where m.workspace_id = $1 order by lower(p.name), m.person_id limit 1000;
