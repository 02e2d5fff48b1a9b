-- The owners of a workspace who can act, held until the transaction ends, so that two cannot both be the last to go.
-- $1 workspace_id
select person_id from platform.memberships
where workspace_id = $1 and role = 'owner' and accepted_at is not null order by person_id for update;
