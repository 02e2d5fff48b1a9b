import { randomUUID } from "node:crypto";
import { asEnvironmentId, asWorkspaceId, type RunId } from "settled";
import { connectDatabase, type Database } from "settled/postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform } from "../platform.ts";
import { judgementOf } from "../restore/judgement.ts";
import { sealHolds } from "../restore/restore-record.ts";
import {
  newSealedPlace,
  noteCreated,
  type SealedPlace,
  sealOnePolicy,
} from "../restore/sealed-restore.test-kit.ts";
import { findPinnedIdentity, pinIdentity } from "./environment-identity.ts";
import { holdRestoreFence, takeRestoreFence } from "./restore-fence.ts";
import {
  insertRestoreAttempt,
  listRestoreAttempts,
  newestOpenAttemptAgeMs,
  noteRestoreAttempt,
} from "./restore-journal.ts";
import { endRestore, findRestoresOfRun, listRestoreItems, listRestores } from "./restore-store.ts";

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await startTestDatabase();
  await migratePlatform(server.url);
  database = connectDatabase({ connectionString: server.url });
});

afterAll(async () => {
  await database.close();
  await server.close();
});

function newPlace(): Promise<SealedPlace> {
  return newSealedPlace(database, {
    workspaceId: asWorkspaceId("store"),
    environmentId: asEnvironmentId(`e-${randomUUID()}`),
  });
}

const newRun = (): RunId => randomUUID() as RunId;
const SENT = { itemNo: 1, step: "create", outcome: "sent", reason: null } as const;

describe("the fence of an environment", () => {
  test("belongs to whoever took it last, and an older token holds nothing", async () => {
    const place = await newPlace();
    const first = await takeRestoreFence(database, place, newRun());
    expect(await holdRestoreFence(database, place, first)).toBe(true);
    const second = await takeRestoreFence(database, place, newRun());
    expect(Number(second)).toBe(Number(first) + 1);
    expect(await holdRestoreFence(database, place, first)).toBe(false);
    expect(await holdRestoreFence(database, place, second)).toBe(true);
    expect(await holdRestoreFence(database, await newPlace(), second)).toBe(false);
  });

  test("of two that take it at once, one holds it", async () => {
    const place = await newPlace();
    const tokens = await Promise.all(
      Array.from({ length: 5 }, () => takeRestoreFence(database, place, newRun())),
    );
    expect(new Set(tokens).size).toBe(5);
    const held = await Promise.all(tokens.map((token) => holdRestoreFence(database, place, token)));
    expect(held.filter(Boolean)).toHaveLength(1);
  });
});

describe("a sealed plan", () => {
  test("is read back as it was sealed, with its items and in its scope", async () => {
    const place = await newPlace();
    const runId = newRun();
    const { restoreId } = await sealOnePolicy(database, place, runId);
    const [record] = await findRestoresOfRun(database, place.workspaceId, runId);
    const items = (await listRestoreItems(database, place, restoreId)).map(({ item }) => item);
    expect(record).toMatchObject({ restoreId, runId, judgedAt: null });
    expect(record !== undefined && sealHolds(record, items)).toBe(true);
    expect(record !== undefined && sealHolds(record, [])).toBe(false);
    expect(await listRestores(database, place)).toEqual([record]);
    expect(await listRestores(database, await newPlace())).toEqual([]);
    expect(await findRestoresOfRun(database, asWorkspaceId("other"), runId)).toEqual([]);
  });

  test("there is one for each run", async () => {
    const place = await newPlace();
    const runId = newRun();
    await sealOnePolicy(database, place, runId);
    await expect(sealOnePolicy(database, place, runId)).rejects.toMatchObject({
      name: "SettledError",
    });
  });

  test("keeps what became of its items", async () => {
    const place = await newPlace();
    const runId = newRun();
    const { restoreId } = await sealOnePolicy(database, place, runId);
    const [stored] = await listRestoreItems(database, place, restoreId);
    if (stored === undefined) throw new Error("The item is gone.");
    const judgement = judgementOf("applied", "verified", { targetId: "t" });
    await endRestore(database, place, { restoreId, judged: [{ item: stored.item, judgement }] });
    expect(await listRestoreItems(database, place, restoreId)).toEqual([{ ...stored, judgement }]);
    const [record] = await findRestoresOfRun(database, place.workspaceId, runId);
    expect(record?.judgedAt).not.toBeNull();
  });
});

describe("the journal", () => {
  test("keeps requests in their order, with what stood before the first create alone", async () => {
    const place = await newPlace();
    const key = await sealOnePolicy(database, place, newRun());
    await insertRestoreAttempt(database, key, { ...SENT, preIds: ["a"] });
    await insertRestoreAttempt(database, key, { ...SENT, preIds: ["a", "b"] });
    const attempts = await listRestoreAttempts(database, place, key.restoreId);
    expect(attempts.map(({ attemptNo, preIds }) => [attemptNo, preIds])).toEqual([
      [1, ["a"]],
      [2, ["a"]],
    ]);
    expect(attempts.every(({ ageMs }) => ageMs >= 0 && ageMs < 20_000)).toBe(true);
  });

  test("what was verified stays verified, and a stranger's fence notes nothing", async () => {
    const place = await newPlace();
    const key = await sealOnePolicy(database, place, newRun());
    await noteCreated(database, key);
    await noteRestoreAttempt(database, key, { attemptNo: 1, note: { outcome: "unknown" } });
    const outcomes = async () =>
      (await listRestoreAttempts(database, place, key.restoreId)).map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(["verified"]);
    const attemptNo = await insertRestoreAttempt(database, key, { ...SENT, preIds: [] });
    const stranger = { ...key, fence: "999" };
    await noteRestoreAttempt(database, stranger, { attemptNo, note: { outcome: "acked" } });
    expect(await outcomes()).toEqual(["verified", "sent"]);
  });

  test("says whether something was sent lately whose effect nobody has seen", async () => {
    const place = await newPlace();
    expect(await newestOpenAttemptAgeMs(database, place, 60_000)).toBeNull();
    const key = await sealOnePolicy(database, place, newRun());
    await noteCreated(database, key);
    expect(await newestOpenAttemptAgeMs(database, place, 60_000)).toBeNull();
    await insertRestoreAttempt(database, key, { ...SENT, preIds: [] });
    expect(await newestOpenAttemptAgeMs(database, place, 60_000)).toBeLessThan(20_000);
    expect(await newestOpenAttemptAgeMs(database, place, 0)).toBeNull();
  });
});

test("an environment's identity is pinned once", async () => {
  const place = await newPlace();
  expect(await findPinnedIdentity(database, place)).toBeNull();
  expect(await pinIdentity(database, place, "tenant:a")).toBe(true);
  expect(await pinIdentity(database, place, "tenant:b")).toBe(false);
  expect(await findPinnedIdentity(database, place)).toBe("tenant:a");
});
