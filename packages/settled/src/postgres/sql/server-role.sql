-- What binds the account that asks: the rights that it acts with, and those that it may take.
-- $1 schema of the runs
select session_user::text as account,
  acting.rolsuper or acting.rolbypassrls or coalesce(pg_has_role(acting.oid, runs.relowner, 'usage'), false) as is_unbound,
  coalesce(pg_has_role(acting.oid, server.oid, 'usage'), false) as is_server,
  login.rolsuper or login.rolbypassrls or login.rolcreaterole
    or coalesce(pg_has_role(login.oid, runs.relowner, 'member'), false) as may_unbind
from pg_roles acting
join pg_roles login on login.rolname = session_user
left join pg_roles server on server.rolname = 'settled_server'
left join pg_namespace place on place.nspname = $1
left join pg_class runs on runs.relnamespace = place.oid and runs.relname = 'operation_runs'
where acting.rolname = current_user;
