-- The answer that was given under a key, unless that is too long ago.
-- $1 workspace_id, $2 actor kind, $3 actor id, $4 key, $5 kept_for_ms
select fingerprint, answer from settled.keyed_answers
where workspace_id = $1 and actor_kind = $2 and actor_id = $3 and key = $4
  and kept_at > now() - $5::bigint * interval '1 millisecond';
