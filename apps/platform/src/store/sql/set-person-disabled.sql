-- Keeps a person from signing in anywhere, or lets them again; what was open to whoever is kept out is closed.
-- $1 email, $2 is disabled
with person as (
  update platform.people set disabled_at = case when $2 then coalesce(disabled_at, now()) end
  where lower(email) = lower($1)
  returning person_id, name
), ended as (
  delete from platform.sessions where $2 and person_id in (select person_id from person)
)
select person.person_id, person.name, m.workspace_id
from person left join platform.memberships m using (person_id) order by m.workspace_id;
