-- Lets the server's role dispatch into an engine's tables, and see the jobs of the workspace that it names.
-- $1 schema, $2 tables of jobs, $3 tables that are read
select settled.open_engine_to_server($1, $2::text[], $3::text[]);
