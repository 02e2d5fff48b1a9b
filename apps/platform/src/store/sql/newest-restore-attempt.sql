-- How long ago the newest request was journaled whose effect nobody has seen; no row if there is none that recent.
-- $1 workspace_id, $2 environment_id, $3 within_ms
select (extract(epoch from (clock_timestamp() - started_at)) * 1000)::float8 as age_ms
from platform.restore_attempts
where workspace_id = $1 and environment_id = $2
  and started_at > clock_timestamp() - $3::float8 * interval '1 millisecond'
  and (outcome in ('sent', 'acked', 'unknown') or reason = 'throttled')
order by started_at desc limit 1;
