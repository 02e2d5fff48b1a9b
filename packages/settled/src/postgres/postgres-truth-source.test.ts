import { afterAll, beforeAll, expect, test } from "vitest";
import { asEnvironmentId, asWorkspaceId, type RunScope } from "../run/scope.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

let server: TestDatabase;
let postgres: Postgres;
const NORTH: RunScope = {
  workspaceId: asWorkspaceId("north"),
  environmentId: asEnvironmentId("a"),
};
const TIMEOUT_MS = 500;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  postgres = openPostgres({ connectionString: server.url });
  const sql = (text: string) => postgres.database.executeSql(text);
  await sql("create table things (workspace_id text, name text)");
  await sql("insert into things values ('north', 'ours'), ('south', 'theirs')");
  await sql("grant select on things to settled_reader");
  await sql("alter table things enable row level security");
  await sql(
    "create policy own on things to settled_reader using (workspace_id = (select settled.current_workspace()))",
  );
});

afterAll(async () => {
  await postgres.close();
  await server.close();
});

const ask = (text: string, values?: readonly unknown[]) =>
  postgres.truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, (truth) => truth.query(text, values));

test("an adapter sees its own workspace's rows and no others, whatever it asks for", async () => {
  expect(await ask("select name from things")).toEqual([{ name: "ours" }]);
  expect(await ask("select name from things where workspace_id = $1", ["south"])).toEqual([]);
});

test("questions that are asked side by side are all answered", async () => {
  const names = await postgres.truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, (truth) =>
    Promise.all([1, 2, 3].map((n) => truth.query(`select ${n} as n`))),
  );
  expect(names).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
});

test.each([
  "insert into things values ('north', 'forged')",
  "update things set name = 'forged'",
  "delete from things",
  "with gone as (delete from things returning *) select * from gone",
  "commit",
  "reset role",
  "set transaction read write",
  "select set_config('settled_scope.workspace_id', 'south', true)",
  "select set_config('role', 'none', true)",
  "select * from settled.worker_leases",
  "create table more ()",
])("an adapter that tries %s is refused, and nothing is changed", async (text) => {
  await expect(ask(text)).rejects.toMatchObject({ code: "truth_violated" });
  const { rows } = await postgres.database.executeSql("select name from things order by name");
  expect(rows).toEqual([{ name: "ours" }, { name: "theirs" }]);
});

test("what was seen after leaving the workspace is thrown away", async () => {
  const look = postgres.truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, async (truth) => {
    await truth.query("select set_config('settled_scope.workspace_id', 'south', true)");
    return truth.query("select name from things");
  });
  await expect(look).rejects.toMatchObject({ code: "truth_violated" });
});

test("an adapter that hangs, in the database or outside of it, is cut off", async () => {
  await expect(ask("select pg_sleep(5)")).rejects.toMatchObject({ code: "truth_timed_out" });
  const never = postgres.truth.withTruth(
    NORTH,
    { timeoutMs: TIMEOUT_MS },
    () => new Promise(() => undefined),
  );
  await expect(never).rejects.toMatchObject({ code: "truth_timed_out" });
  expect(await ask("select 1 as alive")).toEqual([{ alive: 1 }]);
});

test("an adapter's own error reaches the caller as it is", async () => {
  const look = postgres.truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, () =>
    Promise.reject(new RangeError("adapter bug")),
  );
  await expect(look).rejects.toThrow(RangeError);
});

test("without a workspace there are no rows", async () => {
  const { rows } = await postgres.database.transaction(async (tx) => {
    await tx.executeSql("set local role settled_reader");
    return tx.executeSql("select name from things");
  });
  expect(rows).toEqual([]);
});
