-- Whether anybody owns the installation, or a workspace, and can sign in.
-- no params
select exists (select from platform.people where owns_installation)
  or exists (select from platform.memberships where role = 'owner' and accepted_at is not null) as has_owner;
