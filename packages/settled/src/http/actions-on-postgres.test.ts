import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSettled, type Settled } from "../create-settled.ts";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import { NO_FAULTS } from "../ports/fault-points.ts";
import { inServerRole } from "../postgres/in-server-role.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { openPostgres, type Postgres } from "../postgres/open-postgres.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createHttpHandler, type HttpHandler } from "./create-http-handler.ts";
import {
  act,
  CONTOSO,
  IDLE_ENGINE,
  MARIA,
  members,
  NORTH,
  problemIn,
  REVIEW,
  reviewOperations,
} from "./http.test-kit.ts";

const RERUNS = 100;
const RACES = 60;
const CLICKS = 20;

let database: TestDatabase;
let settled: Settled;
let postgres: Postgres;
let lifecycle: RunLifecycle;
let handle: HttpHandler;
const lease = uuidv7();
const worker = { kind: "worker", id: lease, name: "Worker" } as const;

function handlerOf(served: Settled): HttpHandler {
  return createHttpHandler({
    settled: served,
    resolveActor: () => Promise.resolve(MARIA),
    policy: members(),
  });
}

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const operations = reviewOperations(new Map());
  const served = {
    connectionString: inServerRole(connectionString),
    rowSecurity: "workspace",
  } as const;
  settled = createSettled({ postgres: served, engine: IDLE_ENGINE, operations });
  // The worker's part, with the account that owns the tables.
  postgres = openPostgres({ connectionString });
  lifecycle = new RunLifecycle({ writer: postgres.writer, faults: NO_FAULTS });
  await postgres.database.executeSql(
    "insert into settled.worker_leases (id, name, expires_at) values ($1, 'test', now() + interval '1 hour')",
    [lease],
  );
  handle = handlerOf(settled);
});
afterAll(async () => {
  await postgres.close();
  await settled.close();
  await database.close();
});

async function start(): Promise<OperationRun> {
  const scope = { workspaceId: NORTH, environmentId: CONTOSO };
  const input = { month: crypto.randomUUID() };
  const answer = await settled.start({ ...scope, type: REVIEW, input, initiator: MARIA });
  if (answer.kind === "refused") throw new Error(answer.because);
  return answer.run;
}

async function begin(run: OperationRun): Promise<OperationRun> {
  const begun = await lifecycle.begin(run, { ownerId: lease, runWithinMs: 60_000, actor: worker });
  if (begun.kind === "refused") throw new Error("not begun");
  return begun.run;
}

function finish({ workspaceId, id, attempt }: OperationRun) {
  const ref = { workspaceId, id, attempt, ownerId: lease };
  return lifecycle.finish(ref, { outcome: "failed" }, worker);
}

async function eventsOf({ id }: { readonly id: string }) {
  const { rows } = await postgres.database.executeSql(
    "select kind, actor, detail, version from settled.operation_run_events where run_id = $1 order by sequence",
    [id],
  );
  return rows as {
    kind: string;
    actor: object;
    detail: Record<string, unknown>;
    version: number;
  }[];
}

async function bodyOf(answer: Response): Promise<Record<string, unknown>> {
  return (await answer.json()) as Record<string, unknown>;
}

test("a hundred reruns at once start one new run", async () => {
  const old = await start();
  await settled.cancel(old, MARIA);
  const answers = await Promise.all(
    Array.from({ length: RERUNS }, () => handle(act(old, "rerun", {}))),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(1);
  expect(statuses.filter((status) => status === 200)).toHaveLength(RERUNS - 1);
  const ids = new Set(
    await Promise.all(answers.map(async (answer) => (await bodyOf(answer))["id"])),
  );
  expect(ids.size).toBe(1);
  const { rows } = await postgres.database.executeSql(
    "select id from settled.operation_runs where rerun_of = $1",
    [old.id],
  );
  expect(rows).toEqual([{ id: [...ids][0] }]);
});

test("a cancellation and the end of the work at the same moment leave one end, and a true answer", async () => {
  for (let race = 0; race < RACES; race += 1) {
    const run = await begin(await start());
    const [answer, ended] = await Promise.all([handle(act(run, "cancel", {})), finish(run)]);
    expect(ended.kind).toBe("finished");
    expect([202, 409]).toContain(answer.status);
    const kinds = (await eventsOf(run)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "finished")).toHaveLength(1);
    const wasAsked = kinds.includes("cancel_requested");
    expect(wasAsked).toBe(answer.status === 202);
    if (wasAsked) expect(kinds.indexOf("cancel_requested")).toBeLessThan(kinds.indexOf("finished"));
  }
});

test("a cancellation and the begin of the work at the same moment agree on what happened", async () => {
  for (let race = 0; race < RACES; race += 1) {
    const run = await start();
    const beginning = { ownerId: lease, runWithinMs: 60_000, actor: worker };
    const [answer, begun] = await Promise.all([
      handle(act(run, "cancel", {})),
      lifecycle.begin(run, beginning),
    ]);
    const { cancellation } = await bodyOf(answer);
    expect(cancellation).toBe(begun.kind === "begun" ? "requested" : "cancelled");
  }
});

test("of many clicks that have seen the same version one acts", async () => {
  const run = await begin(await start());
  const seen = { "if-match": `"${run.version}"` };
  const clicks = Array.from({ length: CLICKS }, () => handle(act(run, "cancel", {}, seen)));
  const statuses = (await Promise.all(clicks)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(1);
  expect(statuses.filter((status) => status === 412)).toHaveLength(CLICKS - 1);
});

describe("what a person did stands in the event of the same write, with who and why", () => {
  const because = "Anna's \u0000 wish; drop table \ud800 -- 'now'";
  const kept = "Anna's  wish; drop table \ufffd -- 'now'";

  test.each([
    ["cancel", "cancelled", async () => start()],
    ["cancel", "cancel_requested", async () => begin(await start())],
    ["resolve", "reconciled", async () => start()],
  ])("%s is kept as %s", async (verb, kind, make) => {
    const run = await make();
    const body = verb === "resolve" ? { outcome: "failed", reason: because } : { reason: because };
    const answer = await handle(act(run, verb, body));
    const { version } = await bodyOf(answer);
    expect((await eventsOf(run)).at(-1)).toMatchObject({
      kind,
      version,
      actor: MARIA,
      detail: { because: kept },
    });
  });

  test("rerun is kept as created", async () => {
    const old = await start();
    await settled.cancel(old, MARIA);
    const { id } = await bodyOf(await handle(act(old, "rerun", { reason: because })));
    const [created] = await eventsOf({ id: String(id) });
    expect(created).toMatchObject({ kind: "created", actor: MARIA, detail: { because: kept } });
  });
});

test.each([
  ["cancel", {}],
  ["reconcile", {}],
  ["rerun", {}],
  ["resolve", { outcome: "failed", reason: "so" }],
])("without its database %s says so, and nothing of where that should be", async (verb, body) => {
  const lost = createSettled({
    postgres: {
      connectionString: inServerRole("postgres://user:secret@127.0.0.1:1/nowhere"),
      rowSecurity: "workspace",
    },
    engine: IDLE_ENGINE,
    operations: reviewOperations(new Map()),
  });
  const run = { workspaceId: NORTH, id: uuidv7() as OperationRun["id"] };
  const problem = await problemIn(await handlerOf(lost)(act(run, verb, body)));
  expect(problem).toMatchObject({ status: 503, body: { code: "database_unavailable" } });
  expect(JSON.stringify(problem.body)).not.toMatch(/secret|127\.0\.0\.1|ECONN|nowhere/);
  await lost.close();
});
