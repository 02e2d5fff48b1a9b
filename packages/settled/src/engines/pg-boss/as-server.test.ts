import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defineOperation } from "../../catalog/define-operation.ts";
import { createSettled, type Settled } from "../../create-settled.ts";
import { connectDatabase, type Database } from "../../postgres/database.ts";
import { migrateDatabase } from "../../postgres/migrate.ts";
import { openPostgres } from "../../postgres/open-postgres.ts";
import { readServerRole } from "../../postgres/server-role.ts";
import type { Initiator } from "../../run/actor.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asRunId, asWorkspaceId, type WorkspaceId } from "../../run/scope.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { createPgBossEngine } from "./pg-boss-engine.ts";

const NORTH = asWorkspaceId("north");
const SOUTH = asWorkspaceId("south");
const MARIA: Initiator = { kind: "user", id: "u1", name: "Maria" };
const TYPE = "report.write";
const account = `server_${randomUUID().slice(0, 8)}`;

let database: TestDatabase;
let owner: Settled;
let asServer: Database;
let server: Settled;
let serverUrl: string;

const operations = [
  defineOperation<unknown>({
    type: TYPE,
    label: "Report",
    input: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
    identity: (input) => JSON.stringify(input),
    capability: "reports.write",
    queue: { name: "reports" },
    repeatable: true,
    handler: () => Promise.resolve(),
    artifact: {
      type: "report",
      label: "Report",
      find: () => Promise.resolve(null),
      href: ({ workspaceId }, id) => `/${workspaceId}/reports/${id}`,
    },
    adapter: {
      name: "report",
      gather: (_run, truth) => truth.query("select workspace_id from settled.operation_runs"),
      decide: () => ({ decision: "failed", reason: "nothing_produced", checks: [] }),
    },
    copy: { doing: "The report is being written", reasons: {} },
  }),
];

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const engine = createPgBossEngine({ connectionString });
  owner = createSettled({ postgres: { connectionString }, engine, operations });
  await Promise.all([owner.prepare(), owner.prepare(), owner.prepare()]);
  await sql(`create role ${account} login password '${account}' in role settled_server`);
  const url = new URL(connectionString);
  url.username = account;
  url.password = account;
  serverUrl = url.href;
  const postgres = { connectionString: serverUrl, rowSecurity: "workspace" } as const;
  asServer = connectDatabase(postgres);
  server = createSettled({
    postgres,
    engine: createPgBossEngine({
      connectionString: serverUrl,
      inWorkspace: asServer.inWorkspace,
    }),
    operations,
  });
});
afterAll(async () => {
  await server.close();
  await asServer.close();
  await sql(`drop role ${account}`);
  await owner.close();
  await database.close();
});

async function sql(text: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
  return (await owner.database.executeSql(text, values)).rows;
}

async function start(workspaceId: WorkspaceId = NORTH): Promise<OperationRun> {
  const input = { month: randomUUID() };
  const scope = { workspaceId, environmentId: null };
  const answer = await server.start({ ...scope, type: TYPE, input, initiator: MARIA });
  if (answer.kind === "refused") throw new Error(answer.because);
  return answer.run;
}

function jobsOf({ id }: OperationRun): Promise<readonly unknown[]> {
  return sql("select state from pgboss.job where id = $1", [id]);
}

const LOSE = "delete from pgboss.job where id = $1";

test("a server has an account of its own, and starts a run with its job all the same", async () => {
  expect(await readServerRole(asServer)).toEqual({ account, kind: "separate" });
  const run = await start();
  expect(run.context.dispatch).toMatchObject({ queue: "reports", operation_run_id: run.id });
  expect(await jobsOf(run)).toEqual([{ state: "created" }]);
});

test("run and job appear together or not at all, also under a caller's key", async () => {
  const key = { workspaceId: NORTH, actor: MARIA, key: "once", fingerprint: "same" };
  const input = { month: "once" };
  const scope = { workspaceId: NORTH, environmentId: null };
  const begin = (fail: boolean) =>
    server.answers.answerOnce(key, async (on) => {
      const started = await server.start({ ...scope, type: TYPE, input, initiator: MARIA, on });
      await server.audit.record(on, {
        ...scope,
        actor: MARIA,
        action: "report.asked",
        target: { type: "report", id: "once", name: null },
        reason: null,
        detail: {},
      });
      if (fail) throw new Error("the line was cut");
      return { value: started, kept: "kept" };
    });
  const inNorth = asServer.inWorkspace(NORTH);
  const entries = async () => (await inNorth.executeSql("select from settled.audit_entries")).rows;
  await expect(begin(true)).rejects.toThrow("the line was cut");
  expect(await sql("select from settled.operation_runs where input ->> 'month' = 'once'")).toEqual(
    [],
  );
  expect(await entries()).toHaveLength(0);
  expect(await begin(false)).toMatchObject({ kind: "answered", value: { kind: "accepted" } });
  expect(await begin(false)).toEqual({ kind: "replayed", kept: "kept" });
  expect(await entries()).toHaveLength(1);
});

test("a cancelled run takes its waiting job away", async () => {
  const run = await start();
  expect(await server.cancel(run, MARIA)).toMatchObject({ kind: "cancelled" });
  expect(await jobsOf(run)).toEqual([]);
});

test("a run is left alone while its job waits, and handed over again when that was lost", async () => {
  const run = await start();
  const left = await server.reconcile({ run, actor: MARIA });
  expect(left.found).toMatchObject({ kind: "left_alone" });
  await sql(LOSE, [run.id]);
  const again = await server.reconcile({ run, actor: MARIA });
  expect(again).toMatchObject({ found: { kind: "redispatch" }, changed: true });
  expect(await jobsOf(run)).toEqual([{ state: "created" }]);
});

test("a run that never got a job is handed over", async () => {
  const { id } = await start();
  await sql(LOSE, [id]);
  await sql(
    "update settled.operation_runs set context = '{}', version = version + 1 where id = $1",
    [id],
  );
  const run = await server.reader.findRun(NORTH, id);
  if (run === null) throw new Error("The run is gone.");
  const report = await server.reconcile({ run, actor: MARIA });
  expect(report).toMatchObject({ found: { kind: "hand_over" }, changed: true });
  expect(await jobsOf(run)).toEqual([{ state: "created" }]);
});

test("a settled run is resolved, and run again", async () => {
  const run = await start();
  const { workspaceId, id } = run;
  await server.cancel(run, MARIA);
  const resolved = await server.resolve({
    workspaceId,
    id,
    outcome: "failed",
    related: null,
    because: "I looked.",
    actor: MARIA,
  });
  expect(resolved).toMatchObject({ kind: "resolved", run: { outcome: "failed" } });
  if (resolved.kind !== "resolved") return;
  const rerun = await server.rerun({ run: resolved.run, initiator: MARIA });
  expect(rerun).toMatchObject({ kind: "accepted", joined: false, run: { rerunOf: id } });
  if (rerun.kind === "accepted") expect(await jobsOf(rerun.run)).toHaveLength(1);
});

test("a worker executes what a server started, and the server sees how it ended", async () => {
  const run = await start();
  const worker = await owner.work({ concurrency: 1 });
  try {
    const seen = () => server.reader.findRun(NORTH, run.id);
    await expect.poll(seen, { timeout: 20_000 }).toMatchObject({
      status: "completed",
      attempt: 1,
    });
    expect(await server.reader.ownerMayLive(run)).toBe(false);
  } finally {
    await worker.stop();
  }
});

test("a server sees and touches only jobs of the workspace that it names", async () => {
  const ours = await start(NORTH);
  const theirs = await start(SOUTH);
  const idsSeen = async (workspaceId: WorkspaceId, table: string) =>
    (await asServer.inWorkspace(workspaceId).executeSql(`select id from pgboss.${table}`)).rows.map(
      (row) => (row as { id: string }).id,
    );
  for (const table of ["job", "job_common"]) {
    expect(await idsSeen(NORTH, table)).toContain(ours.id);
    expect(await idsSeen(NORTH, table)).not.toContain(theirs.id);
    expect(await idsSeen(SOUTH, table)).toEqual([theirs.id]);
    expect((await asServer.executeSql(`select from pgboss.${table}`)).rows).toEqual([]);
    await asServer
      .inWorkspace(NORTH)
      .executeSql(`delete from pgboss.${table} where id = $1`, [theirs.id]);
  }
  expect(await jobsOf(theirs)).toHaveLength(1);
  expect(await server.engine.jobStateOf({ ...theirs, workspaceId: NORTH })).toBe("missing");
  await server.engine.withdraw({ ...theirs, workspaceId: NORTH });
  expect(await jobsOf(theirs)).toHaveLength(1);
  const forged = asServer
    .inWorkspace(NORTH)
    .executeSql("insert into pgboss.job_common (id, name) values ($1, 'reports')", [randomUUID()]);
  await expect(forged).rejects.toMatchObject({ code: "permission_missing" });
});

test("what concerns all workspaces is refused to a server, by the code and by the database", async () => {
  const { id } = await start();
  const refused = { code: "permission_missing" };
  const postgres = openPostgres({ connectionString: serverUrl, rowSecurity: "workspace" });
  const system = { kind: "system", id: "sweeper", name: "Sweeper" } as const;
  try {
    await expect(server.reader.findCorrelatedRun(id)).rejects.toMatchObject(refused);
    await expect(server.reader.listOwnedRuns(randomUUID())).rejects.toMatchObject(refused);
    await expect(postgres.writer.endDeadLeases(system)).rejects.toMatchObject(refused);
    const claim = { operationTypes: [TYPE], limit: 10, leaseMs: 1_000 };
    await expect(postgres.writer.claimDueRuns(claim)).rejects.toMatchObject(refused);
    await expect(postgres.openLease()).rejects.toMatchObject(refused);
    const asked = (name: string, values: readonly unknown[]) =>
      asServer.executeSql(postgres.sql(name), values);
    expect((await asked("find-correlated-run", [id])).rows).toEqual([]);
    expect((await asked("claim-due-runs", [[TYPE], 10, 1_000])).rows).toEqual([]);
    await expect(asked("end-dead-lease", [0, []])).rejects.toMatchObject(refused);
    expect(await server.reader.findRun(SOUTH, asRunId(id))).toBeNull();
  } finally {
    await postgres.close();
  }
  for (const verb of ["prepare", "work", "sweep"] as const) {
    await expect(server[verb]()).rejects.toMatchObject({ code: "invalid_configuration" });
  }
});

test("an account that was granted the queue's tables still sees every job", async () => {
  const run = await start(SOUTH);
  const worker = `worker_${account}`;
  await sql(`create role ${worker} login password '${worker}'`);
  await sql(`grant usage on schema pgboss to ${worker}`);
  await sql(`grant select on pgboss.job to ${worker}`);
  const url = new URL(database.url);
  url.username = worker;
  url.password = worker;
  const other = connectDatabase({ connectionString: url.href });
  try {
    const { rows } = await other.executeSql("select id from pgboss.job where id = $1", [run.id]);
    expect(rows).toEqual([{ id: run.id }]);
  } finally {
    await other.close();
    await sql(`revoke all on schema pgboss from ${worker}`);
    await sql(`revoke all on pgboss.job from ${worker}`);
    await sql(`drop role ${worker}`);
  }
});
