-- Keeps a view, unless its person has as many as they may have, or everybody has.
-- $1 workspace_id, $2 id, $3 owner_kind, $4 owner_id, $5 owner_name, $6 name, $7 query, $8 is_shared, $9 own views at most, $10 shared views at most
insert into settled.saved_views (workspace_id, id, owner_kind, owner_id, owner_name, name, query, is_shared)
select $1, $2, $3, $4, $5, $6, $7, $8
where (
    select count(*) from settled.saved_views where workspace_id = $1 and owner_kind = $3 and owner_id = $4
  ) < $9
  and (
    not $8 or (select count(*) from settled.saved_views where workspace_id = $1 and is_shared) < $10
  )
returning workspace_id, id, owner_kind, owner_id, owner_name, name, query, is_shared, created_at, changed_at;
