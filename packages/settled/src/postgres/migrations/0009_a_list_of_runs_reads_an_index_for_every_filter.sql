-- Lists of runs: a search by the beginnings of words, and every filter served by an index under row-level security too.

-- Words are what stands between ASCII marks, in lower case. Each bears its workspace in front, so that the index of
-- words begins with the workspace. A slash can stand in no workspace's id, and a blank in no word.
create function settled.words_of(workspace_id text, words text) returns text[]
language sql immutable parallel safe as $$
  select array_remove(string_to_array(
    workspace_id || '/' || regexp_replace(lower(words), E'[\t\n\r -/:-@[-`{-~]+', ' ' || workspace_id || '/', 'g'),
    ' '), workspace_id || '/')
$$;

-- What a run is found by: its id, operation, environment, who asked for it, why it ended so, and its artifact. Texts
-- are cut: a word that is too long for an index must never keep a run from being written.
create function settled.search_words(
  workspace_id text, id uuid, operation_type text, environment_id text, initiator jsonb, context jsonb
) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(settled.words_of(workspace_id,
    id::text || ' ' || left(operation_type, 200) || ' ' || coalesce(left(environment_id, 200), '')
    || ' ' || coalesce(left(initiator ->> 'name', 200), '')
    || ' ' || coalesce(left(coalesce(context #>> '{reconciliation,reason}', context ->> 'reason'), 200), '')
    || ' ' || coalesce(left(case when context ? 'reconciliation' then context #>> '{reconciliation,related,id}'
        else context #>> '{related,id}' end, 200), '')))
$$;

-- All of the words, each as the beginning of one. No word at all finds nothing.
create function settled.search_query(workspace_id text, words text) returns tsquery
language sql immutable parallel safe as $$
  select string_agg(quote_literal(word) || ':*', ' & ')::tsquery
  from unnest(settled.words_of(workspace_id, words)) word
$$;

-- Of runs that have ended: each writes its words once. Those under way are few, and are looked at one by one.
create index operation_runs_by_word on settled.operation_runs
  using gin (settled.search_words(workspace_id, id, operation_type, environment_id, initiator, context))
  where status = 'completed';
-- Nearly all runs end without a reconciliation: those need no index to be found.
create index operation_runs_newest_first_reconciled
  on settled.operation_runs (workspace_id, created_at desc, id desc) where context ? 'reconciliation';
-- The reruns of a run.
create index operation_runs_by_origin on settled.operation_runs (workspace_id, rerun_of) where rerun_of is not null;

-- The runs that are asked for, words aside. A list of one is said as an equation too: so the index of that filter
-- yields the page in its order. Only a completed run has a reason.
-- $1 workspace_id, $2 statuses, $3 outcomes, $4 operation_types, $5 environment_ids, $6 initiator_id, $7 reasons,
-- $8 since, $9 until, $10 cursor created_at, $11 cursor id, $12 reconciled, $13 needs_person, $14 limit, $15 words
create function settled.runs_asked_for() returns text language sql immutable parallel safe as $function$
  select $statement$
    select * from settled.operation_runs
    where workspace_id = $1 and $1 = (select settled.current_workspace())
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
      and ($12::boolean is distinct from true or context ? 'reconciliation')
      and ($12::boolean is distinct from false or not context ? 'reconciliation')
      and ($13::boolean is distinct from true or outcome in ('attention_required', 'blocked'))
      and ($13::boolean is distinct from false
        or outcome is null or outcome not in ('attention_required', 'blocked'))
  $statement$
$function$;
create function settled.words_asked_for() returns text language sql immutable parallel safe as $function$
  select $condition$
    settled.search_words(workspace_id, id, operation_type, environment_id, initiator, context)
      @@ settled.search_query($1, $15::text)
  $condition$
$function$;

create function settled.page_statement() returns text language sql immutable parallel safe as $$
  select settled.runs_asked_for() || ' order by created_at desc, id desc limit $14'
$$;
-- A word that many runs have fills its page from the newest of them.
create function settled.newest_with_words_statement() returns text language sql immutable parallel safe as $$
  select 'select * from (' || settled.runs_asked_for() || ' order by created_at desc, id desc limit 2000) newest where '
    || settled.words_asked_for() || ' order by created_at desc, id desc limit $14'
$$;
-- A word that few have is looked up. PostgreSQL takes no beginning of a word for rarer than one run in 200, and would
-- walk a workspace's whole history: an order that no index has keeps it from that.
create function settled.all_with_words_statement() returns text language sql immutable parallel safe as $$
  select 'select * from (('
    || settled.runs_asked_for() || ' and status = ''completed'' and ' || settled.words_asked_for()
    || ' order by created_at + interval ''0 s'' desc, id desc limit $14) union all ('
    || settled.runs_asked_for() || ' and status <> ''completed'' and ' || settled.words_asked_for()
    || ' order by created_at + interval ''0 s'' desc, id desc limit $14)) found order by created_at desc, id desc limit $14'
$$;

-- Row-level security lets no index of an expression be used: what it compares might leak. So these two read as the
-- owner of the table, and only what the transaction's own workspace has. Statements are planned for their values.
create function settled.list_runs(
  workspace_id text, statuses text[], outcomes text[], operation_types text[], environment_ids text[],
  initiator_id text, reasons text[], since timestamptz, until timestamptz, cursor_created_at timestamptz,
  cursor_id uuid, reconciled boolean, needs_person boolean, page integer, words text
) returns setof settled.operation_runs
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare statement text := settled.page_statement(); found bigint;
begin
  if words is not null then
    statement := settled.newest_with_words_statement();
    execute 'select count(*) from (' || statement || ') newest' into found
      using workspace_id, statuses, outcomes, operation_types, environment_ids, initiator_id, reasons, since, until,
        cursor_created_at, cursor_id, reconciled, needs_person, page, words;
    if found < page then
      statement := settled.all_with_words_statement();
    end if;
  end if;
  return query execute statement
    using workspace_id, statuses, outcomes, operation_types, environment_ids, initiator_id, reasons, since, until,
      cursor_created_at, cursor_id, reconciled, needs_person, page, words;
end $$;

create function settled.count_runs(
  workspace_id text, statuses text[], outcomes text[], operation_types text[], environment_ids text[],
  initiator_id text, reasons text[], since timestamptz, until timestamptz, cursor_created_at timestamptz,
  cursor_id uuid, reconciled boolean, needs_person boolean, at_most integer, words text
) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare statement text := settled.page_statement(); found bigint;
begin
  if words is not null then
    statement := settled.all_with_words_statement();
  end if;
  execute 'select count(*) from (' || statement || ') asked_for' into found
    using workspace_id, statuses, outcomes, operation_types, environment_ids, initiator_id, reasons, since, until,
      cursor_created_at, cursor_id, reconciled, needs_person, at_most, words;
  return found;
end $$;

revoke execute on function settled.list_runs, settled.count_runs from public;
grant execute on function settled.list_runs, settled.count_runs to settled_server;
