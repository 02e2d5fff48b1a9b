-- The views of one person, and those that are for everybody where they may see them, by name.
-- $1 workspace_id, $2 owner_kind, $3 owner_id, $4 with those of everybody, $5 limit
select workspace_id, id, owner_kind, owner_id, owner_name, name, query, is_shared, created_at, changed_at
from settled.saved_views
where workspace_id = $1 and ((owner_kind = $2 and owner_id = $3) or ($4 and is_shared))
order by lower(name), id
limit $5;
