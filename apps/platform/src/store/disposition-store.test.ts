import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { asEnvironmentId, asWorkspaceId, type RunScope } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { dispositionsHash } from "../drift/disposition.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import {
  insertDisposition,
  listDispositionsInForce,
  type NewDisposition,
} from "./disposition-store.ts";
import { ensureEnvironment } from "./environment.ts";

const CHECK_VIOLATED = { code: "23514" };
const NO_SUCH_ROW = { code: "23503" };
const DAY_MS = 86_400_000;
const KEY = `finding1:${"a".repeat(64)}`;

let server: TestDatabase;
let platform: Platform;

beforeAll(async () => {
  server = await startTestDatabase();
  await migratePlatform(server.url);
  platform = openPlatform({ connectionString: server.url });
});
afterAll(async () => {
  await platform.close();
  await server.close();
});

async function newScope(workspaceId = asWorkspaceId(`w-${randomUUID()}`)): Promise<RunScope> {
  const environmentId = asEnvironmentId(`e-${randomUUID()}`);
  await ensureEnvironment(platform.database, {
    workspaceId,
    environmentId,
    workspaceName: "W",
    environmentName: "E",
    provider: { kind: "folder", root: "/nowhere" },
  });
  return { workspaceId, environmentId };
}

async function decide(scope: RunScope, decision: Partial<NewDisposition> = {}): Promise<Date> {
  const made = await insertDisposition(platform.database, scope, {
    baselineId: null,
    findingKey: KEY,
    disposition: "accepted",
    actor: "ann",
    reason: "Known and agreed",
    expiresAt: null,
    ...decision,
  });
  // The next decision is later by the clock of the database, which counts milliseconds.
  await sleep(2);
  return new Date(made.decided_at);
}

function inForce(scope: RunScope, asOf: Date | null) {
  return listDispositionsInForce(platform.database, scope, null, asOf);
}

function later(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs);
}

test("the newest decision about a finding is the one in force, and at an earlier moment the earlier one", async () => {
  const scope = await newScope();
  const first = await decide(scope);
  const second = await decide(scope, {
    disposition: "to_fix",
    actor: "bob",
    reason: "Not after all",
  });
  expect(await inForce(scope, second)).toMatchObject([{ disposition: "to_fix", actor: "bob" }]);
  expect(await inForce(scope, first)).toMatchObject([{ disposition: "accepted", actor: "ann" }]);
  expect(await inForce(scope, later(first, -1))).toEqual([]);
});

test("now is what the clock of the database says", async () => {
  const scope = await newScope();
  await decide(scope);
  expect(await inForce(scope, null)).toMatchObject([{ disposition: "accepted" }]);
  await decide(scope, { disposition: "to_fix", expiresAt: new Date(Date.now() + 50) });
  await sleep(200);
  expect(await inForce(scope, null)).toEqual([]);
});

test("an expired decision is not in force and does not bring back the one before it", async () => {
  const scope = await newScope();
  await decide(scope, { disposition: "customer_specific" });
  const now = await decide(scope, { expiresAt: new Date(Date.now() + DAY_MS) });
  expect(await inForce(scope, later(now, DAY_MS / 2))).toMatchObject([{ disposition: "accepted" }]);
  expect(await inForce(scope, later(now, 2 * DAY_MS))).toEqual([]);
});

test("a decision that would have expired already is refused by the database", async () => {
  const scope = await newScope();
  await expect(decide(scope, { expiresAt: new Date(Date.now() - DAY_MS) })).rejects.toMatchObject({
    cause: CHECK_VIOLATED,
  });
});

test.each([
  [
    "changed",
    "update platform.finding_dispositions set reason = 'another' where workspace_id = $1",
  ],
  ["deleted", "delete from platform.finding_dispositions where workspace_id = $1"],
  ["emptied", "truncate platform.finding_dispositions"],
])("the database refuses a decision that is %s", async (_, statement) => {
  const scope = await newScope();
  const now = await decide(scope);
  const values = statement.includes("$1") ? [scope.workspaceId] : [];
  await expect(platform.database.pool.query(statement, values)).rejects.toThrow(/append-only/);
  expect(await inForce(scope, now)).toMatchObject([{ reason: "Known and agreed" }]);
});

test("a decision holds in its environment alone", async () => {
  const scope = await newScope();
  const sibling = await newScope(scope.workspaceId);
  const now = await decide(scope);
  expect(await inForce(sibling, now)).toEqual([]);
  expect(await inForce(await newScope(), now)).toEqual([]);
});

test("the database refuses a decision in an environment or by a baseline that the workspace does not have", async () => {
  const scope = await newScope();
  const foreign = await newScope();
  const elsewhere = { workspaceId: scope.workspaceId, environmentId: foreign.environmentId };
  await expect(decide(elsewhere)).rejects.toMatchObject({ cause: NO_SUCH_ROW });
  await expect(decide(scope, { baselineId: randomUUID() })).rejects.toMatchObject({
    cause: NO_SUCH_ROW,
  });
});

test("the hash of decisions changes with each of them and not with their order", async () => {
  const scope = await newScope();
  await decide(scope);
  const before = await inForce(scope, new Date());
  const now = await decide(scope, { findingKey: `finding1:${"b".repeat(64)}` });
  const after = await inForce(scope, now);
  expect(after).toHaveLength(2);
  expect(dispositionsHash(after)).not.toBe(dispositionsHash(before));
  expect(dispositionsHash(after.toReversed())).toBe(dispositionsHash(after));
  expect(dispositionsHash([])).toMatch(/^dispositions1:[0-9a-f]{64}$/);
});
