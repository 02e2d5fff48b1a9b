import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { AuditLog } from "../ports/audit-log.ts";
import type { AuditCursor, AuditFilter, AuditReader } from "../ports/audit-reader.ts";
import { NO_FAULTS } from "../ports/fault-points.ts";
import type { RunWriter } from "../ports/run-writer.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { openPostgres, type Postgres } from "../postgres/open-postgres.ts";
import { runActionOf } from "../run/run-action.ts";
import { RUN_EVENT_KINDS } from "../run/run-event.ts";
import { asEnvironmentId, asWorkspaceId, type WorkspaceId } from "../run/scope.ts";
import { ADA, decided, dispatchOf, exampleRun, SWEEPER } from "./exercise-run-store/exam-runs.ts";
import { createManualClock } from "./manual-clock.ts";
import { createMemoryRunStore } from "./memory-run-store.ts";
import { startTestDatabase, type TestDatabase } from "./test-database.ts";

interface Store {
  readonly writer: RunWriter;
  readonly audit: AuditLog & AuditReader;
  readonly transactions: TransactionRunner;
  /** So that no two writes have the same moment. */
  pass(): Promise<void>;
}

const BRUNO = { kind: "operator", id: "bruno", name: "Bruno" } as const;
const ASKED = { ...ADA, requestId: "request-1", via: "api" } as const;
const BERLIN = asEnvironmentId("berlin");
const PARIS = asEnvironmentId("paris");

let server: TestDatabase;
let postgres: Postgres;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  postgres = openPostgres({ connectionString: server.url });
});

afterAll(async () => {
  await postgres.close();
  await server.close();
});

const STORES: Readonly<Record<string, () => Store>> = {
  "in memory": () => {
    const clock = createManualClock();
    const store = createMemoryRunStore({ clock });
    return { writer: store, audit: store, transactions: store, pass: () => clock.advance(10) };
  },
  "on PostgreSQL": () => ({
    writer: postgres.writer,
    audit: postgres.audit,
    transactions: postgres.database,
    pass: () => new Promise((resolve) => setTimeout(resolve, 3)),
  }),
};

/** A run that is started, redispatched, cancelled; one that is settled twice; and two entries beside them. */
async function fill(store: Store): Promise<{ workspaceId: WorkspaceId; cancelled: string }> {
  const { workspaceId } = exampleRun();
  const { writer } = store;
  const lifecycle = new RunLifecycle({ writer, faults: NO_FAULTS });
  const given = exampleRun({ workspaceId, environmentId: BERLIN });
  const { run } = await lifecycle.create(given, undefined, ASKED);
  await store.pass();
  const again = { kind: "redispatched", dueAfterMs: 1_000, actor: SWEEPER } as const;
  const sent = await writer.recordDispatch(run, dispatchOf(run), again);
  await store.pass();
  if (sent.kind === "refused") throw new Error("not sent");
  await lifecycle.cancel(sent.run, BRUNO, { because: "not needed" });
  await store.pass();
  const other = await lifecycle.create(exampleRun({ workspaceId, environmentId: PARIS }));
  await store.pass();
  await writer.reconcileRun(other.run, decided(other.run, "failed"), SWEEPER);
  await store.pass();
  const entry = { workspaceId, detail: { pinned: 1 }, actor: ASKED };
  await store.transactions.transaction(async (tx) => {
    await store.audit.record(tx, {
      ...entry,
      environmentId: PARIS,
      action: "baseline.pin",
      target: { type: "baseline", id: "b1", name: "Baseline" },
      reason: null,
    });
  });
  await store.pass();
  await store.transactions.transaction(async (tx) => {
    await store.audit.record(tx, {
      ...entry,
      environmentId: null,
      action: "member.add",
      target: { type: "member", id: "m1", name: "Maria" },
      reason: "new here",
    });
  });
  return { workspaceId, cancelled: run.id };
}

describe.each(Object.entries(STORES))("what was done is read as one list, %s", (_name, open) => {
  let store: Store;
  let workspaceId: WorkspaceId;
  let cancelled: string;

  beforeAll(async () => {
    store = open();
    ({ workspaceId, cancelled } = await fill(store));
  });

  async function actions(filter: AuditFilter = {}): Promise<readonly string[]> {
    const page = await store.audit.listAudit({ workspaceId, filter, after: null, limit: 50 });
    return page.records.map(({ action }) => action);
  }

  test("newest first, with who, why, by which request, and what it was done to", async () => {
    const { records, next } = await store.audit.listAudit({
      workspaceId,
      filter: {},
      after: null,
      limit: 50,
    });
    expect(next).toBeNull();
    expect(records.map(({ action }) => action)).toEqual([
      "member.add",
      "baseline.pin",
      "run.reconcile",
      "run.start",
      "run.cancel",
      "run.redispatch",
      "run.start",
    ]);
    expect(records[0]).toMatchObject({
      actor: ASKED,
      environmentId: null,
      reason: "new here",
      target: { type: "member", id: "m1", name: "Maria" },
    });
    expect(records[4]).toMatchObject({
      actor: BRUNO,
      environmentId: BERLIN,
      reason: "not needed",
      target: { type: "operation_run", id: cancelled },
      detail: { status: "completed", outcome: "cancelled" },
    });
    expect(records[6]).toMatchObject({ actor: ASKED, reason: null });
  });

  test("by actor, action, target, environment and time", async () => {
    expect(await actions({ actorId: "bruno" })).toEqual(["run.cancel"]);
    expect(await actions({ action: "run.start" })).toEqual(["run.start", "run.start"]);
    expect(await actions({ action: "member.add" })).toEqual(["member.add"]);
    expect(await actions({ targetId: cancelled })).toEqual([
      "run.cancel",
      "run.redispatch",
      "run.start",
    ]);
    expect(await actions({ targetId: "m1" })).toEqual(["member.add"]);
    expect(await actions({ targetId: "'; drop" })).toEqual([]);
    expect(await actions({ environmentId: [PARIS] })).toEqual([
      "baseline.pin",
      "run.reconcile",
      "run.start",
    ]);
    expect(await actions({ environmentId: [PARIS, BERLIN] })).toHaveLength(6);
    expect(await actions({ environmentId: [] })).toEqual([]);
    const page = await store.audit.listAudit({ workspaceId, filter: {}, after: null, limit: 50 });
    const until = page.records[4]?.at ?? new Date(0);
    expect(await actions({ until })).toEqual(["run.redispatch", "run.start"]);
    expect(await actions({ since: until })).toHaveLength(5);
  });

  test("page by page, each once, and nothing of another workspace", async () => {
    const seen: string[] = [];
    let after: AuditCursor | null = null;
    do {
      const page = await store.audit.listAudit({ workspaceId, filter: {}, after, limit: 2 });
      seen.push(...page.records.map(({ sequence }) => sequence));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    const foreign = await store.audit.listAudit({
      workspaceId: asWorkspaceId(`other-${randomUUID()}`),
      filter: {},
      after: null,
      limit: 50,
    });
    expect(foreign).toEqual({ records: [], next: null });
  });
});

test("the database and the library name the actions of events alike", async () => {
  for (const kind of RUN_EVENT_KINDS) {
    for (const adapter of ["operator", "environment-review"]) {
      const { rows } = await postgres.database.executeSql(
        "select settled.action_of($1, $2::jsonb) as action",
        [kind, JSON.stringify({ adapter })],
      );
      expect(rows).toEqual([{ action: runActionOf({ kind, detail: { adapter } }) }]);
    }
  }
});

test("an entry stands with the transaction that it tells of, or not at all", async () => {
  const workspaceId = asWorkspaceId(`w-${randomUUID()}`);
  const failed = postgres.database.transaction(async (tx) => {
    await postgres.audit.record(tx, {
      workspaceId,
      environmentId: null,
      actor: ADA,
      action: "member.add",
      target: { type: "member", id: "m1", name: null },
      reason: null,
      detail: {},
    });
    throw new Error("the change did not stand");
  });
  await expect(failed).rejects.toThrow("the change did not stand");
  const page = await postgres.audit.listAudit({ workspaceId, filter: {}, after: null, limit: 9 });
  expect(page.records).toEqual([]);
});
