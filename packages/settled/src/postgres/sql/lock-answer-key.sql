-- Takes a key until the transaction ends; false if another one has it.
-- $1 workspace_id, $2 actor kind, $3 actor id, $4 key
select pg_try_advisory_xact_lock(
  hashtextextended(jsonb_build_array('settled.keyed_answers', $1::text, $2::text, $3::text, $4::text)::text, 0)
) as locked;
