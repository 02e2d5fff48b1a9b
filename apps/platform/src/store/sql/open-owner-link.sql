-- Keeps the hash of a link by which somebody becomes the installation's owner; older ones lead nowhere.
-- $1 link_hash, $2 valid hours
with ended as (
  update platform.one_time_links set used_at = now() where person_id is null and used_at is null
)
insert into platform.one_time_links (link_hash, expires_at) values ($1, now() + make_interval(hours => $2))
returning expires_at;
