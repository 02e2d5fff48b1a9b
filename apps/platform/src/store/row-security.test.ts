import { asWorkspaceId } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { openAsServer } from "../server/as-server.test-kit.ts";

const SCHEMAS = ["settled", "platform"];
const APPEND_ONLY = ["settled.operation_run_events", "settled.audit_entries"];

/** Tables that no policy guards, why that is right, and all that a server may do with them. */
const UNGUARDED: Readonly<Record<string, { readonly why: string; readonly may: string }>> = {
  "settled.migrations": { why: "names of migrations, the same for everybody", may: "SELECT" },
  "settled.worker_leases": {
    why: "a worker belongs to no workspace, and nothing of one stands in its lease",
    may: "SELECT",
  },
};

/** What runs with the rights of its owner, and why a server may call it. */
const AS_OWNER: Readonly<Record<string, string>> = {
  "settled.announce_artifact": "a trigger: it is called by no statement",
  "settled.list_runs":
    "a page of the named workspace: row-level security lets no index on an expression be read",
  "settled.count_runs": "as many as a page of the named workspace would hold",
  "settled.tally_runs": "how many a list of the named workspace holds, and how old the oldest is",
  "settled.list_audit": "a page of what was done in the named workspace",
  "settled.newest_events": "numbers of events, for whoever listens",
  "settled.note_for_webhooks": "a trigger: it is called by no statement",
  "platform.workspaces_of_installation": "ids and names, from which a workspace is chosen",
  "platform.environments_of_workspaces": "a number for each of them",
  "platform.time_zones_of_workspaces": "the zone that each tells its times in",
  "platform.grants_of_person": "where somebody is a member, asked before a workspace is known",
  "platform.see_session": "who holds a session, by the hash of its secret",
  "platform.see_token": "what a token may, by the hash of its secret",
  "platform.find_sign_in": "the hash that a password must have, by an address",
  "platform.find_identity": "the person whom a provider vouches for",
  "platform.open_session": "a sign-in, which belongs to no workspace",
  "platform.end_session": "a sign-out, by the hash of the session's secret",
  "platform.end_sessions": "the sessions of one person",
  "platform.list_sessions": "the sessions of one person, without their secrets",
  "platform.ensure_person": "an id for an address; of whom it found it tells nothing",
  "platform.forget_person": "removes who is a member nowhere",
  "platform.open_invitation": "a link for a member of the workspace that is named",
  "platform.find_link": "what a one-time link is for, by the hash of its secret",
  "platform.use_owner_link": "counts once, for a link that only the owner of the tables can make",
  "platform.use_invitation": "accepts one membership, by the hash of the link's secret",
};

let database: TestDatabase;
let owner: Platform;
let served: Platform;

beforeAll(async () => {
  database = await startTestDatabase();
  await migratePlatform(database.url);
  owner = openPlatform({ connectionString: database.url });
  await owner.settled.prepare();
  served = openAsServer(owner);
});
afterAll(async () => {
  await served.close();
  await owner.close();
  await database.close();
});

async function ask<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await owner.database.executeSql(text, values)).rows as readonly Row[];
}

interface TableRow {
  readonly name: string;
  readonly guarded: boolean;
  readonly granted: string;
  /** Of the policies that a server falls under: those that do not compare the workspace, for reading or writing. */
  readonly policies: number;
  readonly loose: number;
}

const TABLES = `
select format('%s.%s', space.nspname, place.relname) as name, place.relrowsecurity as guarded,
  (select coalesce(string_agg(privilege, ',' order by privilege), '')
    from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
    where has_table_privilege('settled_server', place.oid, privilege)
      or (privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
        and has_any_column_privilege('settled_server', place.oid, privilege))) as granted,
  count(policy.oid)::int as policies,
  count(policy.oid) filter (where
    coalesce(pg_get_expr(policy.polqual, policy.polrelid), '') !~ 'workspace_id = \\(.*current_workspace'
    or pg_get_expr(coalesce(policy.polwithcheck, policy.polqual), policy.polrelid)
      !~ 'workspace_id = \\(.*current_workspace')::int as loose
from pg_class place
join pg_namespace space on space.oid = place.relnamespace
left join pg_policy policy on policy.polrelid = place.oid and policy.polpermissive
  and exists (select from unnest(policy.polroles) role
    where role = 0 or pg_has_role('settled_server', role, 'usage'))
where space.nspname = any ($1) and place.relkind in ('r', 'p', 'v', 'm', 'f')
group by space.nspname, place.oid, place.relname, place.relrowsecurity
order by 1`;

/** Tables of which a server may do anything without a guard, unless they are listed with just that. */
async function holes(): Promise<readonly string[]> {
  const tables = await ask<TableRow>(TABLES, [SCHEMAS]);
  expect(tables.length).toBeGreaterThan(30);
  return tables.flatMap(({ name, guarded, policies, loose, granted }) => {
    const isClosed = granted === "" || granted === UNGUARDED[name]?.may;
    const isGuarded = guarded && policies > 0 && loose === 0;
    return isClosed || isGuarded ? [] : [name];
  });
}

test("every table is guarded for a server by a policy that compares the workspace, or is listed with a reason", async () => {
  expect(await holes()).toEqual([]);
});

test.each([
  ["no guard at all", ""],
  ["no policy for servers", "alter table platform.forgotten enable row level security"],
  [
    "a policy that compares nothing",
    `alter table platform.forgotten enable row level security;
     create policy all_of_it on platform.forgotten to settled_server using (true)`,
  ],
  [
    "a second policy that lets everything by",
    `alter table platform.forgotten enable row level security;
     create policy ours on platform.forgotten to settled_server
       using (workspace_id = (select settled.current_workspace()));
     create policy all_of_it on platform.forgotten to settled_reader using (true)`,
  ],
  [
    "a policy that compares when reading and not when writing",
    `alter table platform.forgotten enable row level security;
     create policy ours on platform.forgotten to settled_server
       using (workspace_id = (select settled.current_workspace())) with check (true)`,
  ],
])("a table with %s would be found", async (_name, guard) => {
  await ask("create table platform.forgotten (workspace_id text)");
  try {
    await ask(`grant select, insert on platform.forgotten to settled_server; ${guard}`);
    expect(await holes()).toEqual(["platform.forgotten"]);
  } finally {
    await ask("drop table platform.forgotten");
  }
});

test("a server gives nobody rights, empties no table and rewrites no history", async () => {
  const tables = await ask<TableRow>(TABLES, [SCHEMAS]);
  for (const { name, granted } of tables) {
    expect(`${name}: ${granted}`).not.toMatch(/TRUNCATE|REFERENCES|TRIGGER/);
    if (APPEND_ONLY.includes(name)) expect(granted).toBe("INSERT,SELECT");
  }
  const columns = await ask(
    `select from unnest($1::text[]) name, pg_attribute place
     where place.attrelid = name::regclass and place.attnum > 0 and not place.attisdropped
       and has_column_privilege('settled_server', name::regclass, place.attnum, 'UPDATE')`,
    [APPEND_ONLY],
  );
  expect(columns).toEqual([]);
});

test("of the queue a server sees jobs behind a policy, and what holds nothing of a workspace", async () => {
  const tables = await ask<TableRow>(TABLES, [["pgboss"]]);
  const granted = tables.filter((table) => table.granted !== "");
  expect(granted.map(({ name, guarded, granted: rights }) => ({ name, guarded, rights }))).toEqual([
    { name: "pgboss.job", guarded: true, rights: "DELETE,INSERT,SELECT,UPDATE" },
    { name: "pgboss.job_common", guarded: true, rights: "DELETE,INSERT,SELECT,UPDATE" },
    { name: "pgboss.queue", guarded: false, rights: "SELECT" },
    { name: "pgboss.version", guarded: false, rights: "SELECT" },
  ]);
});

test("the role of a server is nobody: it signs in nowhere, owns nothing and may take only the reader's", async () => {
  const [role] = await ask(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication
     from pg_roles where rolname = 'settled_server'`,
  );
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: false,
    rolreplication: false,
  });
  const owned = await ask(
    "select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = 'settled_server'::regrole and deptype = 'o'",
  );
  expect(owned).toEqual([]);
  const memberships = await ask(
    "select roleid::regrole::text as role from pg_auth_members where member = 'settled_server'::regrole",
  );
  expect(memberships).toEqual([{ role: "settled_reader" }]);
  const creating = await ask(
    `select nspname from pg_namespace
     where nspname !~ '^pg_' and has_schema_privilege('settled_server', oid, 'create')`,
  );
  expect(creating).toEqual([]);
});

test("a server opens nothing to itself: what lets it dispatch acts for the owner alone", async () => {
  const open = "select settled.open_engine_to_server('pgboss', '{}', '{schedule}')";
  await served.database.executeSql(open);
  const seen = served.database.executeSql("select from pgboss.schedule");
  await expect(seen).rejects.toMatchObject({ code: "permission_missing" });
});

test("what runs with its owner's rights is listed with a reason", async () => {
  const functions = await ask<{ name: string }>(
    `select format('%s.%s', pronamespace::regnamespace, proname) as name
     from pg_proc where prosecdef and pronamespace::regnamespace::text = any ($1)
       and has_function_privilege('settled_server', oid, 'execute') order by 1`,
    [SCHEMAS],
  );
  expect(functions.length).toBeGreaterThan(0);
  expect(functions.map(({ name }) => name).filter((name) => !(name in AS_OWNER))).toEqual([]);
});

test.each([
  ["update settled.operation_run_events set kind = 'finished'", "permission_missing"],
  ["delete from settled.operation_run_events", "permission_missing"],
  ["update settled.audit_entries set reason = 'none'", "permission_missing"],
  ["delete from settled.audit_entries", "permission_missing"],
  ["truncate settled.operation_runs", "permission_missing"],
  ["delete from settled.operation_runs", "permission_missing"],
  ["alter table settled.operation_runs disable row level security", "permission_missing"],
  ["drop policy operation_runs_of_named_workspace on settled.operation_runs", "permission_missing"],
  ["delete from settled.migrations", "permission_missing"],
  ["create table settled.mine ()", "permission_missing"],
  ["insert into pgboss.queue (name) values ('mine')", "permission_missing"],
  ["update pgboss.queue set policy = 'short'", "permission_missing"],
])("the database refuses a server: %s", async (text, code) => {
  const refused = served.database.inWorkspace(asWorkspaceId("north")).executeSql(text);
  await expect(refused).rejects.toMatchObject({ code });
});
