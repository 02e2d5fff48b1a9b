-- A page of a workspace's runs, newest first, behind a cursor. A list of one is said as an equation too: so the index
-- of that filter yields the page in its order. Only a completed run has a reason.
-- $1 workspace_id, $2 statuses, $3 outcomes, $4 operation_types, $5 environment_ids, $6 initiator_id, $7 reasons,
-- $8 since, $9 until, $10 cursor created_at, $11 cursor id, $12 limit
select * from settled.operation_runs
where workspace_id = $1
  and ($2::text[] is null or status = any ($2::text[]))
  and ($3::text[] is null or outcome = any ($3::text[]))
  and (cardinality($3::text[]) is distinct from 1 or outcome = ($3::text[])[1])
  and ($4::text[] is null or operation_type = any ($4::text[]))
  and (cardinality($4::text[]) is distinct from 1 or operation_type = ($4::text[])[1])
  and ($5::text[] is null or environment_id = any ($5::text[]))
  and (cardinality($5::text[]) is distinct from 1 or environment_id = ($5::text[])[1])
  and ($6::text is null or initiator ->> 'id' = $6::text)
  and ($7::text[] is null or status = 'completed'
    and coalesce(context #>> '{reconciliation,reason}', context ->> 'reason') = any ($7::text[]))
  and (cardinality($7::text[]) is distinct from 1
    or coalesce(context #>> '{reconciliation,reason}', context ->> 'reason') = ($7::text[])[1])
  and ($8::timestamptz is null or created_at >= $8::timestamptz)
  and ($9::timestamptz is null or created_at < $9::timestamptz)
  and ($10::timestamptz is null or (created_at, id) < ($10::timestamptz, $11::uuid))
order by created_at desc, id desc
limit $12;
