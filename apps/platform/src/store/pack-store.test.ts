import { randomUUID } from "node:crypto";
import { asRunId } from "settled";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PackMake, packMake, setFingerprint } from "../pack/pack-fingerprint.ts";
import { openPackWorld, type PackWorld, type ReviewPlace } from "../pack/pack-world.test-kit.ts";
import { fixtureInput } from "../pack/review-fixture.test-kit.ts";
import { asStoredFile, filesHash } from "../pack/stored-files.ts";
import { asExecutor } from "./as-executor.ts";
import { insertPackSet } from "./pack-set-store.ts";
import { insertPack, listPackFiles, listPacks, type NewPack, revokePack } from "./pack-store.ts";

let world: PackWorld;

beforeAll(async () => {
  world = await openPackWorld();
});

afterAll(async () => {
  await world.close();
});

const FILES = ["a.pdf", "b.zip"].map((path) =>
  asStoredFile({ path, mediaType: "application/octet-stream", bytes: Buffer.from(path) }),
);

function newPack({ reviewId }: ReviewPlace, make: Partial<PackMake> = {}): NewPack {
  return {
    packId: randomUUID(),
    reviewId,
    profile: "executive",
    make: { ...packMake(fixtureInput("executive")), ...make },
    runId: asRunId(randomUUID()),
    standing: { status: "ready", filesHash: filesHash(FILES) },
    files: FILES,
  };
}

describe("packs in the store", () => {
  test("a pack comes back as it was kept, its files in their order", async () => {
    const place = await world.newReview();
    const { database } = world.platform;
    const pack = newPack(place);
    expect(await insertPack(database, place, pack)).toBe(true);
    const [{ createdAt: _, ...found } = {}] = await listPacks(database, place);
    const { runId: renderedByRunId, files, ...rest } = pack;
    expect(found).toEqual({ ...rest, renderedByRunId, environmentId: place.environmentId });
    expect((await listPackFiles(database, place, [pack.packId])).get(pack.packId)).toEqual(files);
  });

  test("of one fingerprint only one pack stands, however many are kept at once", async () => {
    const place = await world.newReview();
    const { database } = world.platform;
    const kept = await Promise.all(
      Array.from({ length: 8 }, () =>
        database.transaction((tx) => insertPack(tx, place, newPack(place))),
      ),
    );
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await listPacks(database, place)).toHaveLength(1);
  });

  test("a pack that failed or was taken back leaves room for another", async () => {
    const place = await world.newReview();
    const { database } = world.platform;
    const failed = {
      ...newPack(place),
      files: [],
      standing: { status: "failed", failure: "render_failed", detail: "why" },
    } as const;
    expect(await insertPack(database, place, failed)).toBe(true);
    const pack = newPack(place);
    expect(await insertPack(database, place, pack)).toBe(true);
    const revocation = { packId: pack.packId, by: "Maria", reason: "wrong recipient" };
    expect(await revokePack(database, place, revocation)).toBe(true);
    expect(await revokePack(database, place, revocation)).toBe(false);
    expect(await insertPack(database, place, newPack(place))).toBe(true);
    const standings = (await listPacks(database, place)).map(({ standing }) => standing.status);
    expect(standings.toSorted((a, b) => a.localeCompare(b))).toEqual([
      "failed",
      "ready",
      "revoked",
    ]);
  });

  test("one request has one complete set, and taking a pack back frees the place", async () => {
    const place = await world.newReview();
    const { database } = world.platform;
    const pack = newPack(place);
    await insertPack(database, place, pack);
    const members = [{ profile: pack.profile, packId: pack.packId, missing: null }];
    const fingerprint = setFingerprint([pack.make.pack_fingerprint]);
    const insert = () => {
      const ids = { packSetId: randomUUID(), runId: asRunId(randomUUID()) };
      const set = { ...ids, reviewId: place.reviewId, fingerprint, members };
      return database.transaction((tx) => insertPackSet(tx, place, set));
    };
    const kept = await Promise.all(Array.from({ length: 6 }, insert));
    expect(kept.filter(Boolean)).toHaveLength(1);
    await revokePack(database, place, { packId: pack.packId, by: "Maria", reason: "wrong" });
    expect(await insert()).toBe(true);
  });

  test("a pack cannot point to a review of another environment", async () => {
    const place = await world.newReview();
    const other = await world.newReview();
    const { reviewId } = other;
    const pack = { ...newPack(place), reviewId };
    await expect(insertPack(world.platform.database, place, pack)).rejects.toThrow(
      /database refused/,
    );
  });

  test("nobody sees the packs of another workspace", async () => {
    const place = await world.newReview();
    const other = await world.newReview("south");
    await insertPack(world.platform.database, place, newPack(place));
    const look = (workspaceId: ReviewPlace["workspaceId"]) => {
      const scope = { workspaceId, environmentId: null };
      return world.platform.settled.truth.withTruth(scope, { timeoutMs: 5_000 }, (truth) =>
        listPacks(asExecutor(truth), place),
      );
    };
    expect(await look(place.workspaceId)).toHaveLength(1);
    expect(await look(other.workspaceId)).toEqual([]);
  });
});
