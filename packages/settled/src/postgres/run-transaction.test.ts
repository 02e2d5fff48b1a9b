import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import { asWorkspaceId } from "../run/scope.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { connectDatabase, type Database } from "./database.ts";
import { inServerRole } from "./in-server-role.ts";
import { migrateDatabase } from "./migrate.ts";

const NORTH = asWorkspaceId("north");
const SOUTH = asWorkspaceId("south");
/** Half of them on each kind of pool. */
const TRANSACTIONS = 10_000;
const AT_ONCE = 40;

let server: TestDatabase;
let owner: Database;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  owner = connectDatabase({ connectionString: server.url });
  const run = `insert into settled.operation_runs
    (workspace_id, id, operation_type, identity_key, initiator, input)
    select $1, gen_random_uuid(), 'review.compose', number::text, '{}', '{}' from generate_series(1, 5) number`;
  for (const workspaceId of [NORTH, SOUTH]) await owner.executeSql(run, [workspaceId]);
});
afterAll(async () => {
  await owner.close();
  await server.close();
});

/** No condition names a workspace here: what keeps others out is the database. */
const SEEN = "select distinct workspace_id from settled.operation_runs";
const COUNT = "insert into settled.operation_run_checks (workspace_id, run_id, because, tries)";
const NAMED = "select coalesce(current_setting('settled_scope.workspace_id', true), '') as named";

async function seenBy(on: SqlExecutor): Promise<readonly string[]> {
  const { rows } = await on.executeSql(SEEN);
  return rows.map((row) => (row as { workspace_id: string }).workspace_id);
}

async function namedOn(on: SqlExecutor): Promise<string> {
  const { rows } = await on.executeSql(NAMED);
  return (rows[0] as { named: string }).named;
}

/** The pool of a server pipelines; that of an owner, which may name a workspace too, does not. */
describe.each([["workspace"], [undefined]] as const)("with row security: %s", (rowSecurity) => {
  let database: Database;

  function connect(connectionsMax: number): Database {
    const connectionString = inServerRole(server.url);
    const security = rowSecurity === undefined ? {} : { rowSecurity };
    return connectDatabase({ connectionString, connectionsMax, ...security });
  }

  beforeEach(() => {
    database = connect(1);
  });
  afterEach(() => database.close());

  test("a statement sees its workspace, and without a workspace nothing is seen", async () => {
    expect(await seenBy(database.inWorkspace(NORTH))).toEqual([NORTH]);
    expect(await seenBy(database)).toEqual([]);
    expect(await database.transaction((tx) => seenBy(tx))).toEqual([]);
    expect(await database.inWorkspace(SOUTH).transaction((tx) => seenBy(tx))).toEqual([SOUTH]);
    expect(await seenBy(database)).toEqual([]);
  });

  test("a transaction that fails in the middle leaves no workspace behind on its connection", async () => {
    const broken = new Error("in the middle");
    const failing = database.inWorkspace(NORTH).transaction(async (tx) => {
      expect(await seenBy(tx)).toEqual([NORTH]);
      throw broken;
    });
    await expect(failing).rejects.toBe(broken);
    expect(await namedOn(database)).toBe("");
    await expect(
      database.inWorkspace(NORTH).transaction((tx) => tx.executeSql("select 1 / 0")),
    ).rejects.toMatchObject({ cause: { message: "division by zero" } });
    expect(await namedOn(database)).toBe("");
    await expect(database.inWorkspace(NORTH).executeSql("select 1 / 0")).rejects.toMatchObject({
      cause: { message: "division by zero" },
    });
    expect(await namedOn(database)).toBe("");
    expect(await seenBy(database.inWorkspace(SOUTH))).toEqual([SOUTH]);
  });

  test("a name that the database cannot hold opens nothing, and the connection stays good", async () => {
    const unreal = database.inWorkspace(asWorkspaceId("north")).transaction;
    expect(await unreal((tx) => seenBy(tx))).toEqual([NORTH]);
    const nul = "no\u0000rth" as typeof NORTH;
    const refused = { code: "value_not_storable" };
    await expect(seenBy(database.inWorkspace(nul))).rejects.toMatchObject(refused);
    const never = database.inWorkspace(nul).transaction((tx) => seenBy(tx));
    await expect(never).rejects.toMatchObject(refused);
    expect(await seenBy(database)).toEqual([]);
  });

  test("a row of another workspace is not written, whatever the statement says", async () => {
    const foreign = database
      .inWorkspace(NORTH)
      .executeSql(`${COUNT} values ('south', gen_random_uuid(), 'forged', 1)`);
    await expect(foreign).rejects.toMatchObject({ code: "permission_missing" });
    const { rows } = await owner.executeSql(
      "select from settled.operation_run_checks where because = 'forged'",
    );
    expect(rows).toEqual([]);
  });

  test("a workspace is named right behind a begin, and nowhere else", async () => {
    const sent: string[] = [];
    database.pool.on("connect", (client) => record(client, sent));
    await seenBy(database.inWorkspace(NORTH));
    await database.inWorkspace(SOUTH).transaction((tx) => seenBy(tx));
    const failing = database.inWorkspace(SOUTH).transaction(() => Promise.reject(new Error("no")));
    await failing.catch(() => undefined);
    await database.inWorkspace(SOUTH).transaction((tx) => seenBy(tx), { repeat: true });
    const named = sent.flatMap((text, at) => (text.includes("set_config") ? [at] : []));
    expect(named).toHaveLength(4);
    for (const at of named) {
      expect(sent[at - 1]).toBe("begin");
      expect(sent[at]).toBe("select set_config('settled_scope.workspace_id', $1, true)");
    }
  });

  test("a connection that is cut in the middle is told, and replaced", async () => {
    const started = Promise.withResolvers<number>();
    const cut = database.inWorkspace(NORTH).transaction(async (tx) => {
      const { rows } = await tx.executeSql("select pg_backend_pid() as pid");
      started.resolve((rows[0] as { pid: number }).pid);
      await tx.executeSql("select pg_sleep(20)");
    });
    const told = cut.catch((error: unknown) => error);
    await owner.executeSql("select pg_terminate_backend($1)", [await started.promise]);
    expect(await told).toMatchObject({ code: "database_unavailable" });
    expect(await seenBy(database.inWorkspace(NORTH))).toEqual([NORTH]);
  });

  test("of many transactions of two tenants on four connections none sees or writes across", async () => {
    const pool = connect(4);
    let crossings = 0;
    let done = 0;
    const once = async (turn: number): Promise<void> => {
      const [ours, theirs] = turn % 2 === 0 ? [NORTH, SOUTH] : [SOUTH, NORTH];
      const here = pool.inWorkspace(ours);
      const look = async (on: SqlExecutor) => {
        const seen = await seenBy(on);
        if (seen.length !== 1 || seen[0] !== ours) crossings += 1;
      };
      if (turn % 7 === 0) await look(here);
      else if (turn % 7 === 1) {
        const failing = here.transaction(async (tx) => {
          await look(tx);
          await tx.executeSql(`${COUNT} values ($1, gen_random_uuid(), 'crossed', 1)`, [theirs]);
        });
        await failing.then(
          () => (crossings += 1),
          () => undefined,
        );
      } else if (turn % 7 === 2) {
        const given = here.transaction(async (tx) => {
          await look(tx);
          throw new Error("given up");
        });
        await given.catch(() => undefined);
      } else if (turn % 7 === 3) {
        if ((await seenBy(pool)).length !== 0) crossings += 1;
      } else await here.transaction((tx) => look(tx));
      done += 1;
    };
    const all = TRANSACTIONS / 2;
    let next = 0;
    const lane = async () => {
      for (let turn = next++; turn < all; turn = next++) await once(turn);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await pool.close();
    expect({ done, crossings }).toEqual({ done: all, crossings: 0 });
    const { rows } = await owner.executeSql(
      "select from settled.operation_run_checks where because = 'crossed'",
    );
    expect(rows).toEqual([]);
  });
});

function record(client: PoolClient, sent: string[]): void {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  Object.assign(client, {
    query: (text: unknown, ...more: unknown[]) => {
      sent.push(String(text));
      return ask(text, ...more);
    },
  });
}
