-- Keeps an answer under its key, in place of one that is too old, and takes away a few others that are too old.
-- $1 workspace_id, $2 actor kind, $3 actor id, $4 key, $5 kept_for_ms, $6 fingerprint, $7 answer, $8 forget_max
with old as (
  select actor_kind, actor_id, key from settled.keyed_answers
  where workspace_id = $1 and kept_at <= now() - $5::bigint * interval '1 millisecond'
    and (actor_kind, actor_id, key) <> ($2, $3, $4)
  order by kept_at
  limit $8
  for update skip locked
), forgotten as (
  delete from settled.keyed_answers answer using old
  where answer.workspace_id = $1 and answer.actor_kind = old.actor_kind
    and answer.actor_id = old.actor_id and answer.key = old.key
)
insert into settled.keyed_answers (workspace_id, actor_kind, actor_id, key, fingerprint, answer)
values ($1, $2, $3, $4, $6, $7)
on conflict (workspace_id, actor_kind, actor_id, key)
do update set fingerprint = excluded.fingerprint, answer = excluded.answer, kept_at = now();
