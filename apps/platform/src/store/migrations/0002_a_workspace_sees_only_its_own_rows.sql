-- The reader's role sees the rows of the workspace that its transaction names, and no others.
do $$
declare name text;
begin
  foreach name in array array['workspaces', 'environments', 'blobs', 'snapshots', 'snapshot_items', 'snapshot_coverage',
    'snapshot_ignored_files', 'review_manifests', 'reviews', 'review_evidence', 'review_confirmations']
  loop
    execute format('grant select on platform.%I to settled_reader', name);
    execute format('alter table platform.%I enable row level security', name);
    execute format('create policy %I on platform.%I to settled_reader
      using (workspace_id = (select settled.current_workspace()))', name || '_of_workspace', name);
  end loop;
end $$;
grant usage on schema platform to settled_reader;
