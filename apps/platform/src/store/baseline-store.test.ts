import { randomUUID } from "node:crypto";
import { asEnvironmentId, asWorkspaceId, type RunScope } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { choice } from "../normal-form/catalog-fixture.test-kit.ts";
import { baselineContentOf } from "../baseline/baseline-content-of.ts";
import { pinsHash } from "../baseline/pin.ts";
import { releaseBaseline } from "../baseline/release-baseline.ts";
import { EXACT_WITH_ASSIGNMENTS } from "../drift/demo-month.test-kit.ts";
import { catalogPolicy, tenantOf } from "../drift/tenant.test-kit.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { findBaselineVersion, insertBaselineVersion, listBaselines } from "./baseline-store.ts";
import { ensureEnvironment } from "./environment.ts";
import { listPins, putPin, removePin } from "./pin-store.ts";

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

const SOURCE = tenantOf([catalogPolicy("Firewall", [choice("a", "1")])]);
const CONTENT = baselineContentOf(SOURCE, EXACT_WITH_ASSIGNMENTS);

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

function release({ workspaceId }: RunScope, content = CONTENT) {
  return platform.database.transaction((tx) =>
    insertBaselineVersion(tx, workspaceId, {
      name: "Gold",
      content,
      source: "a test",
      releasedBy: "ann",
    }),
  );
}

test("a released version is read as it was released, the newest one unless said", async () => {
  const scope = await newScope();
  const { database } = platform;
  const first = await release(scope);
  const second = await release(scope, { ...CONTENT, partialTypes: ["mobileApps"] });
  expect([first.version, second.version]).toEqual([1, 2]);
  expect(second.baselineId).toBe(first.baselineId);
  const find = (version: number | "newest") =>
    findBaselineVersion(database, scope.workspaceId, first.baselineId, version);
  expect(await find(1)).toEqual(first);
  expect(await find("newest")).toEqual(second);
  expect(await find(3)).toBeNull();
  expect((await listBaselines(database, scope.workspaceId)).map(({ version }) => version)).toEqual([
    2,
  ]);
});

test("a baseline of another workspace is not there, and neither is a malformed id", async () => {
  const [scope, foreign] = [await newScope(), await newScope()];
  const { baselineId } = await release(scope);
  const find = (id: string) =>
    findBaselineVersion(platform.database, foreign.workspaceId, id, "newest");
  expect(await find(baselineId)).toBeNull();
  expect(await find("Gold")).toBeNull();
  expect(await listBaselines(platform.database, foreign.workspaceId)).toEqual([]);
});

test("versions that are released at once get numbers of their own", async () => {
  const scope = await newScope();
  const versions = await Promise.all([1, 2, 3, 4].map(() => release(scope)));
  expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([1, 2, 3, 4]));
});

test.each([
  [
    "changed",
    "update platform.baseline_versions set version_hash = 'baseline1:x' where workspace_id = $1",
  ],
  ["deleted", "delete from platform.baseline_versions where workspace_id = $1"],
  ["emptied", "truncate platform.baseline_versions cascade"],
])("the database refuses a version that is %s", async (_, statement) => {
  const scope = await newScope();
  const version = await release(scope);
  const values = statement.includes("$1") ? [scope.workspaceId] : [];
  await expect(platform.database.pool.query(statement, values)).rejects.toThrow(/append-only/);
  const { workspaceId } = scope;
  expect(await findBaselineVersion(platform.database, workspaceId, version.baselineId, 1)).toEqual(
    version,
  );
});

test("a version whose stored document is not what its hash says is refused", async () => {
  const scope = await newScope();
  const { baselineId } = await release(scope);
  await platform.database.pool.query(
    `insert into platform.baseline_versions
       (workspace_id, baseline_id, version, version_hash, document, entries, left_out, source, released_by)
     select workspace_id, baseline_id, 2, version_hash, '{}'::bytea, 0, 0, '', '' from platform.baseline_versions
     where workspace_id = $1`,
    [scope.workspaceId],
  );
  await expect(
    findBaselineVersion(platform.database, scope.workspaceId, baselineId, 2),
  ).rejects.toThrow(/not what its hash says/);
});

test("a source of which nothing was read whole makes no baseline", async () => {
  const { workspaceId } = await newScope();
  const source = { ...tenantOf([]), origin: "an empty test", blobs: [] };
  const input = {
    workspaceId,
    name: "Empty",
    source,
    rules: EXACT_WITH_ASSIGNMENTS,
    releasedBy: "ann",
  };
  expect(await releaseBaseline(platform.database, input)).toEqual({
    kind: "refused",
    because: "nothing_to_expect",
  });
  expect(await listBaselines(platform.database, workspaceId)).toEqual([]);
});

test("a pin holds in its environment alone, gives way to a newer one, and can be taken away", async () => {
  const scope = await newScope();
  const sibling = await newScope(scope.workspaceId);
  const { baselineId } = await release(scope);
  const place = { baselineId, type: "configurationPolicies", matchKey: "firewall" };
  const pins = () => listPins(platform.database, scope, baselineId);
  await putPin(platform.database, scope, { ...place, providerId: "p1", pinnedBy: "ann" });
  const first = pinsHash(await pins());
  await putPin(platform.database, scope, { ...place, providerId: "p2", pinnedBy: "bob" });
  expect(await pins()).toMatchObject([{ providerId: "p2", pinnedBy: "bob" }]);
  expect(pinsHash(await pins())).not.toBe(first);
  expect(await listPins(platform.database, sibling, baselineId)).toEqual([]);
  expect(await removePin(platform.database, scope, place)).toBe(true);
  expect(await removePin(platform.database, scope, place)).toBe(false);
  expect(await pins()).toEqual([]);
});

test("the database refuses a pin to a baseline of another workspace", async () => {
  const [scope, foreign] = [await newScope(), await newScope()];
  const { baselineId } = await release(scope);
  const pin = { baselineId, type: "t", matchKey: "k", providerId: "p", pinnedBy: "ann" };
  await expect(putPin(platform.database, foreign, pin)).rejects.toMatchObject({
    cause: { code: "23503" },
  });
  expect(await listPins(platform.database, foreign, baselineId)).toEqual([]);
});

test("a reader of one workspace sees no baseline of another one", async () => {
  const [scope, foreign] = [await newScope(), await newScope()];
  await release(scope);
  const seenBy = ({ workspaceId }: RunScope) =>
    platform.database.transaction(async (tx) => {
      await tx.executeSql("set local role settled_reader");
      await tx.executeSql("select set_config('settled_scope.workspace_id', $1, true)", [
        workspaceId,
      ]);
      const { rows } = await tx.executeSql("select version from platform.baseline_versions");
      return rows;
    });
  expect(await seenBy(scope)).toEqual([{ version: 1 }]);
  expect(await seenBy(foreign)).toEqual([]);
});
