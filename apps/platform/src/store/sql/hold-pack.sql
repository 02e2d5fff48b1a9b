-- How a pack stands, held until the end of the transaction: nobody takes it back meanwhile.
-- $1 workspace_id, $2 environment_id, $3 pack_id
select status from platform.review_packs
where workspace_id = $1 and environment_id = $2 and pack_id = $3 for no key update;
