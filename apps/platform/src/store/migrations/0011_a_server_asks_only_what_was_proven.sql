-- What must be known before a workspace is: each function answers for exactly what the caller can prove to hold.
create function platform.grants_of_person(given_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'workspace_id', m.workspace_id, 'workspace_name', w.name, 'role', m.role,
      'environment_ids', m.environment_ids) order by w.name, m.workspace_id), '[]')
  from platform.memberships m join platform.workspaces w on w.workspace_id = m.workspace_id
  where m.person_id = given_person and m.accepted_at is not null
$$;

create function platform.see_session(given_hash bytea)
returns table (session_id uuid, person_id uuid, name text, email text, bootstrap_hash bytea, grants jsonb)
language sql volatile security definer set search_path = '' as $$
  with still_open as (
    select * from platform.sessions s
    where s.session_hash = given_hash and s.ended_at is null
      and s.last_seen_at > now() - interval '8 hours' and s.created_at > now() - interval '7 days'
  ), noted as (
    update platform.sessions s set last_seen_at = now() from still_open o
    where s.session_hash = o.session_hash and o.last_seen_at < now() - interval '1 minute'
  )
  select o.session_id, o.person_id, p.name, p.email, o.bootstrap_hash,
    case when p.person_id is null then '[]' else platform.grants_of_person(p.person_id) end
  from still_open o left join platform.people p on p.person_id = o.person_id
  where p.disabled_at is null
$$;

create function platform.see_token(given_hash bytea)
returns table (workspace_id text, workspace_name text, token_id uuid, name text, role text, scopes text[],
  environment_ids text[])
language sql volatile security definer set search_path = '' as $$
  with valid as (
    select * from platform.service_tokens t
    where t.secret_hash = given_hash and t.revoked_at is null and t.expires_at > now()
  ), noted as (
    update platform.service_tokens t set last_used_at = now() from valid v
    where t.workspace_id = v.workspace_id and t.token_id = v.token_id
      and (v.last_used_at is null or v.last_used_at < now() - interval '1 minute')
  )
  select v.workspace_id, w.name, v.token_id, v.name, v.role, v.scopes, v.environment_ids
  from valid v join platform.workspaces w on w.workspace_id = v.workspace_id
$$;

create function platform.find_sign_in(given_email text)
returns table (person_id uuid, password_hash text)
language sql stable security definer set search_path = '' as $$
  select p.person_id, p.password_hash from platform.people p
  where lower(p.email) = lower(given_email) and p.disabled_at is null
$$;

-- The person whom a provider vouches for. An address is believed only if the provider says that it is verified. The
-- first such sign-in takes the account over: a password that somebody else may have set counts no longer.
create function platform.find_identity(given_issuer text, given_subject text, verified_email text)
returns table (person_id uuid, name text, accepted text[])
language plpgsql volatile security definer set search_path = '' as $$
declare found_id uuid;
begin
  select i.person_id into found_id from platform.identities i
    join platform.people p on p.person_id = i.person_id and p.disabled_at is null
    where i.issuer = given_issuer and i.subject = given_subject;
  if found_id is null and verified_email is not null then
    select p.person_id into found_id from platform.people p
      where lower(p.email) = lower(verified_email) and p.disabled_at is null
        and not exists (select from platform.identities i
          where i.person_id = p.person_id and i.issuer = given_issuer)
        and not exists (select from platform.identities i
          where i.issuer = given_issuer and i.subject = given_subject);
    if found_id is not null then
      insert into platform.identities (issuer, subject, person_id)
        values (given_issuer, given_subject, found_id) on conflict do nothing;
      update platform.people p set password_hash = null where p.person_id = found_id;
      update platform.sessions s set ended_at = now() where s.person_id = found_id and s.ended_at is null;
    end if;
  end if;
  if found_id is not null then
    return query with accepted_now as (
      update platform.memberships m set accepted_at = now()
        where m.person_id = found_id and m.accepted_at is null returning m.workspace_id
    ) select p.person_id, p.name, array(select a.workspace_id from accepted_now a)
      from platform.people p where p.person_id = found_id;
  end if;
end $$;

create function platform.open_session(given_hash bytea, given_session uuid, given_person uuid, given_bootstrap bytea)
returns void
language sql volatile security definer set search_path = '' as $$
  delete from platform.sessions where created_at < now() - interval '30 days';
  insert into platform.sessions (session_hash, session_id, person_id, bootstrap_hash)
    values (given_hash, given_session, given_person, given_bootstrap);
$$;

create function platform.end_session(given_hash bytea) returns void
language sql volatile security definer set search_path = '' as $$
  update platform.sessions set ended_at = now() where session_hash = given_hash and ended_at is null;
$$;

-- Those of a person, or of the bootstrap token; of one id, or all.
create function platform.end_sessions(given_person uuid, given_bootstrap bytea, given_session uuid)
returns table (session_id uuid)
language sql volatile security definer set search_path = '' as $$
  update platform.sessions s set ended_at = now()
  where (s.person_id = given_person or s.bootstrap_hash = given_bootstrap) and s.ended_at is null
    and (given_session is null or s.session_id = given_session)
  returning s.session_id
$$;

create function platform.list_sessions(given_person uuid, given_bootstrap bytea)
returns table (session_id uuid, created_at timestamptz, last_seen_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.session_id, s.created_at, s.last_seen_at,
    least(s.created_at + interval '7 days', s.last_seen_at + interval '8 hours')
  from platform.sessions s
  where (s.person_id = given_person or s.bootstrap_hash = given_bootstrap) and s.ended_at is null
    and s.last_seen_at > now() - interval '8 hours' and s.created_at > now() - interval '7 days'
  order by s.created_at desc limit 100
$$;

-- The person of an address, made if it is new. Tells nothing of whom it found.
create function platform.ensure_person(given_person uuid, given_name text, given_email text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare found_id uuid;
begin
  insert into platform.people (person_id, name, email) values (given_person, given_name, given_email)
    on conflict (lower(email)) do nothing;
  select p.person_id into found_id from platform.people p where lower(p.email) = lower(given_email);
  return found_id;
end $$;

-- Whoever is a member nowhere any more is forgotten, but for the installation's owners.
create function platform.forget_person(given_person uuid) returns void
language sql volatile security definer set search_path = '' as $$
  delete from platform.people p where p.person_id = given_person and not p.owns_installation
    and not exists (select from platform.memberships m where m.person_id = p.person_id)
$$;

-- A link for a member of the workspace that is named; it puts an end to every older one of theirs.
create function platform.open_invitation(given_hash bytea, given_person uuid, valid_hours integer)
returns table (expires_at timestamptz)
language sql volatile security definer set search_path = '' as $$
  delete from platform.one_time_links l where l.expires_at < now() - interval '30 days';
  update platform.one_time_links l set used_at = now()
    where l.workspace_id = (select settled.current_workspace()) and l.person_id = given_person and l.used_at is null;
  insert into platform.one_time_links (link_hash, workspace_id, person_id, expires_at)
    values (given_hash, (select settled.current_workspace()), given_person, now() + make_interval(hours => valid_hours))
    returning one_time_links.expires_at;
$$;

create function platform.find_link(given_hash bytea)
returns table (workspace_id text, workspace_name text, person_id uuid, name text, email text, has_password boolean,
  password_hash text, has_identity boolean)
language sql stable security definer set search_path = '' as $$
  select l.workspace_id, w.name, l.person_id, p.name, p.email, p.has_password, p.password_hash,
    exists (select from platform.identities i where i.person_id = l.person_id)
  from platform.one_time_links l
  left join platform.workspaces w on w.workspace_id = l.workspace_id
  left join platform.people p on p.person_id = l.person_id
  where l.link_hash = given_hash and l.used_at is null and l.expires_at > now() and p.disabled_at is null
$$;

-- Whoever holds the link was given it at the machine itself: it also leads back in who forgot their password.
create function platform.use_owner_link(given_hash bytea, given_person uuid, given_name text, given_email text,
  given_password_hash text)
returns table (person_id uuid, workspace_id text)
language plpgsql volatile security definer set search_path = '' as $$
declare found_id uuid;
begin
  update platform.one_time_links l set used_at = now()
    where l.link_hash = given_hash and l.person_id is null and l.used_at is null and l.expires_at > now();
  if not found then return; end if;
  insert into platform.people as p (person_id, name, email, password_hash, owns_installation)
    values (given_person, given_name, given_email, given_password_hash, true)
    on conflict (lower(email)) do update
      set name = excluded.name, password_hash = excluded.password_hash, owns_installation = true, disabled_at = null
    returning p.person_id into found_id;
  update platform.sessions s set ended_at = now() where s.person_id = found_id and s.ended_at is null;
  insert into platform.memberships as m (workspace_id, person_id, role, accepted_at)
    select w.workspace_id, found_id, 'owner', now() from platform.workspaces w
    on conflict on constraint memberships_pkey do update
      set role = 'owner', environment_ids = null, accepted_at = coalesce(m.accepted_at, now());
  return query select found_id, m.workspace_id from platform.memberships m where m.person_id = found_id
    union all select found_id, null::text;
end $$;

-- Accepts the membership of the link; a password is set only where there is none.
create function platform.use_invitation(given_hash bytea, given_name text, given_password_hash text)
returns table (person_id uuid, workspace_id text, name text, role text)
language plpgsql volatile security definer set search_path = '' as $$
declare used platform.one_time_links;
begin
  update platform.one_time_links l set used_at = now()
    where l.link_hash = given_hash and l.person_id is not null and l.used_at is null and l.expires_at > now()
      and (given_password_hash is null or exists (
        select from platform.people p where p.person_id = l.person_id and p.password_hash is null
          and not exists (select from platform.identities i where i.person_id = p.person_id)))
    returning * into used;
  if not found then return; end if;
  update platform.people p set name = given_name, password_hash = given_password_hash
    where p.person_id = used.person_id and given_password_hash is not null;
  return query update platform.memberships m set accepted_at = coalesce(m.accepted_at, now())
    from platform.people p
    where m.workspace_id = used.workspace_id and m.person_id = used.person_id and p.person_id = m.person_id
      and p.disabled_at is null
    returning m.person_id, m.workspace_id, p.name, m.role;
end $$;

do $$
declare name regprocedure;
begin
  for name in select oid::regprocedure from pg_proc
    where pronamespace = 'platform'::regnamespace and proname in (
      'grants_of_person', 'see_session', 'see_token', 'find_sign_in', 'find_identity', 'open_session',
      'end_session', 'end_sessions', 'list_sessions', 'ensure_person', 'forget_person', 'open_invitation',
      'find_link', 'use_owner_link', 'use_invitation')
  loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to settled_server', name);
  end loop;
end $$;
