-- The newest event of each workspace, and the transactions under way that may yet add older ones. The snapshot is
-- older than the look at the locks: who ended in between is told by a later read, and is in nobody's way.
-- $1 workspace_ids
with held as materialized (
  select classid, objid, virtualtransaction
  from pg_locks
  where locktype = 'advisory' and objsubid = 2 and granted and classid in (1936028788, 1936028789)
    and database = (select oid from pg_database where datname = current_database())
)
select newest.workspace_id, newest.head::text as head,
  array(select virtualtransaction from held
    where classid = 1936028788 and objid = hashtext(newest.workspace_id)::oid) as writers,
  exists (select from held
    where classid = 1936028789 and objid = hashtext('settled.events')::oid) as is_telling
from settled.newest_events($1) as newest;
