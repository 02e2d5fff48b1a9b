-- One view.
-- $1 workspace_id, $2 id
select workspace_id, id, owner_kind, owner_id, owner_name, name, query, is_shared, created_at, changed_at
from settled.saved_views
where workspace_id = $1 and id = $2;
