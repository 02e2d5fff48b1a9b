import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TruthSource } from "../ports/truth-source.ts";
import { asEnvironmentId, asWorkspaceId, type RunScope } from "../run/scope.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { inServerRole } from "./in-server-role.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

let server: TestDatabase;
let postgres: Postgres;
let served: Postgres;
const NORTH: RunScope = {
  workspaceId: asWorkspaceId("north"),
  environmentId: asEnvironmentId("a"),
};
const TIMEOUT_MS = 500;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  postgres = openPostgres({ connectionString: server.url });
  served = openPostgres({ connectionString: inServerRole(server.url), rowSecurity: "workspace" });
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
  await served.close();
  await postgres.close();
  await server.close();
});

/** Under the account of a worker, and under that of a server, which pipelines. */
describe.each(["owner", "server"] as const)("the truth, asked by %s", (role) => {
  let truth: TruthSource;

  beforeAll(() => {
    truth = role === "owner" ? postgres.truth : served.truth;
  });

  const ask = (text: string, values?: readonly unknown[]) =>
    truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, (reader) => reader.query(text, values));

  test("an adapter sees its own workspace's rows and no others, whatever it asks for", async () => {
    expect(await ask("select name from things")).toEqual([{ name: "ours" }]);
    expect(await ask("select name from things where workspace_id = $1", ["south"])).toEqual([]);
  });

  test("questions that are asked side by side are all answered", async () => {
    const names = await truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, (reader) =>
      Promise.all([1, 2, 3].map((n) => reader.query(`select ${n} as n`))),
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
    "select 1; commit; insert into things values ('north', 'forged')",
    "select 1; rollback; reset role; update things set name = 'forged'",
  ])("an adapter that tries %s is refused, and nothing is changed", async (text) => {
    await expect(ask(text)).rejects.toMatchObject({ code: "truth_violated" });
    const { rows } = await postgres.database.executeSql("select name from things order by name");
    expect(rows).toEqual([{ name: "ours" }, { name: "theirs" }]);
  });

  test("what was seen after leaving the workspace is thrown away", async () => {
    const look = truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, async (reader) => {
      await reader.query("select set_config('settled_scope.workspace_id', 'south', true)");
      return reader.query("select name from things");
    });
    await expect(look).rejects.toMatchObject({ code: "truth_violated" });
  });

  test("an adapter that hangs, in the database or outside of it, is cut off", async () => {
    await expect(ask("select pg_sleep(5)")).rejects.toMatchObject({ code: "truth_timed_out" });
    const never = truth.withTruth(
      NORTH,
      { timeoutMs: TIMEOUT_MS },
      () => new Promise(() => undefined),
    );
    await expect(never).rejects.toMatchObject({ code: "truth_timed_out" });
    expect(await ask("select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  test("an adapter's own error reaches the caller as it is", async () => {
    const look = truth.withTruth(NORTH, { timeoutMs: TIMEOUT_MS }, () =>
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
});
