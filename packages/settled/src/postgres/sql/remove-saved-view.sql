-- Takes a view away.
-- $1 workspace_id, $2 id
delete from settled.saved_views where workspace_id = $1 and id = $2 returning id;
