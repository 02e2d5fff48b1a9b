-- Writes down what a view is from now on, unless it is to become one of everybody's and there are enough of those.
-- $1 workspace_id, $2 id, $3 name, $4 query, $5 is_shared, $6 shared views at most
update settled.saved_views
set name = $3, query = $4, is_shared = $5, changed_at = now()
where workspace_id = $1 and id = $2
  and (
    not $5 or is_shared
    or (select count(*) from settled.saved_views where workspace_id = $1 and is_shared) < $6
  )
returning workspace_id, id, owner_kind, owner_id, owner_name, name, query, is_shared, created_at, changed_at;
