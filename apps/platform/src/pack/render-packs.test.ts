import { reasonOf, relatedOf, type WorkerHandle } from "settled";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openPlatform } from "../platform.ts";
import type { ReviewDocument } from "../review/review-document.ts";
import { retractReview } from "../review/retract-review.ts";
import { listPackFiles, listPacks, revokePack } from "../store/pack-store.ts";
import { openPackWorld, type PackWorld, type ReviewPlace } from "./pack-world.test-kit.ts";
import { PACK_PROFILES, type PackProfile } from "./pack-profile.ts";

let world: PackWorld;
let worker: Promise<WorkerHandle> | null = null;

beforeAll(async () => {
  world = await openPackWorld();
});

afterEach(async () => {
  await (await worker)?.stop();
  worker = null;
});

afterAll(async () => {
  await world.close();
});

async function render(
  place: ReviewPlace,
  profiles: readonly PackProfile[] = ["technical-auditor"],
) {
  const run = await world.start(place, profiles);
  worker ??= world.platform.settled.work({ concurrency: 3 });
  await worker;
  const ended = await world.completed(run);
  const { context, outcome, summary } = ended;
  return { outcome, reason: reasonOf(context), related: relatedOf(context), summary, run };
}

describe("rendering packs", () => {
  test("of all profiles ends as succeeded, with every file kept under its hash", async () => {
    const place = await world.newReview();
    const told = await render(place, PACK_PROFILES);
    expect(told).toMatchObject({
      outcome: "succeeded",
      reason: "packs_ready",
      related: { type: "review_pack_set" },
      summary: { packs_ready: 3, packs_missing: 0 },
    });
    const { database } = world.platform;
    const packs = await listPacks(database, place);
    expect(packs.map(({ profile }) => profile).toSorted()).toEqual(PACK_PROFILES.toSorted());
    const files = await listPackFiles(
      database,
      place,
      packs.map(({ packId }) => packId),
    );
    const counts = [...files.values()].map((list) => list.length);
    expect(counts.toSorted((a, b) => a - b)).toEqual([5, 5, 8]);
  });

  test("once more points to the packs that stand, and keeps no second ones", async () => {
    const place = await world.newReview();
    const first = await render(place);
    const again = await render(place);
    expect([again.outcome, again.reason]).toEqual(["succeeded", "equivalent_exists"]);
    expect(again.related).toEqual(first.related);
    expect(await listPacks(world.platform.database, place)).toHaveLength(1);
  });

  test("for more profiles uses the packs that stand already", async () => {
    const place = await world.newReview();
    await render(place);
    const more = await render(place, ["customer", "technical-auditor"]);
    expect([more.outcome, more.reason]).toEqual(["succeeded", "packs_ready"]);
    expect(await listPacks(world.platform.database, place)).toHaveLength(2);
  });

  test("in two runs at once keeps each pack once, and both runs end with a whole set", async () => {
    const place = await world.newReview();
    const told = await Promise.all([
      render(place, ["executive", "technical-auditor"]),
      render(place, PACK_PROFILES),
      render(place, ["technical-auditor"]),
    ]);
    expect(told.map(({ outcome }) => outcome)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(new Set(told.map(({ related }) => related?.id)).size).toBe(3);
    expect(await listPacks(world.platform.database, place)).toHaveLength(3);
  });

  test("of a review that was replaced succeeds, and says that it was replaced", async () => {
    const place = await world.newReview();
    await world.replaceReview(place);
    expect(await render(place)).toMatchObject({ outcome: "succeeded", reason: "packs_stale" });
  });

  test("of a review that was withdrawn is blocked, and keeps nothing", async () => {
    const place = await world.newReview();
    const { reviewId } = place;
    const retraction = { reviewId, became: "withdrawn", actor: "Maria", reason: "wrong" } as const;
    await retractReview(world.platform.database, place, retraction);
    expect(await render(place)).toMatchObject({ outcome: "blocked", reason: "review_withheld" });
    expect(await listPacks(world.platform.database, place)).toEqual([]);
  });

  test.each([
    ["withdrawn", "blocked", "review_withheld", 0],
    ["replaced", "succeeded", "packs_stale", 1],
  ] as const)(
    "of a review that is %s while it is rendered ends as %s",
    async (change, outcome, reason, kept) => {
      const place = await world.newReview();
      const { reviewId } = place;
      const retraction = { reviewId, became: "withdrawn", actor: "Maria", reason: "no" } as const;
      const interfering = openPlatform({
        connectionString: world.server.url,
        faults: {
          async reach(point) {
            if (point !== "pack.after_files") return;
            if (change === "replaced") await world.replaceReview(place);
            else await retractReview(world.platform.database, place, retraction);
          },
        },
      });
      const run = await world.start(place, ["technical-auditor"]);
      const interferer = await interfering.settled.work({ concurrency: 1 });
      const ended = await world.completed(run);
      await interferer.stop();
      await interfering.close();
      expect([ended.outcome, reasonOf(ended.context)]).toEqual([outcome, reason]);
      expect(await listPacks(world.platform.database, place)).toHaveLength(kept);
    },
  );

  test("of a review of another environment is blocked as if there were none", async () => {
    const place = await world.newReview();
    const { reviewId } = await world.newReview();
    const told = await render({ ...place, reviewId });
    expect(told).toMatchObject({ outcome: "blocked", reason: "review_missing", related: null });
  });

  test("of a review whose document was changed needs a person", async () => {
    const place = await world.newReview();
    const { database } = world.platform;
    const spoil = `update platform.blobs set bytes = '\\x00' where workspace_id = $1 and hash = (
      select document_hash from platform.reviews where workspace_id = $1 and review_id = $2)`;
    const other = await world.newReview("spoilt");
    await database.executeSql(spoil, [other.workspaceId, other.reviewId]);
    expect(await render(other)).toMatchObject({
      outcome: "attention_required",
      reason: "review_untrustworthy",
    });
    expect(await render(place)).toMatchObject({ outcome: "succeeded" });
  });

  test("ends as partially succeeded where one profile cannot be rendered, and says which is missing", async () => {
    const tiles = undefined as unknown as ReviewDocument["tiles"];
    const place = await world.newReview("partial", { tiles });
    const told = await render(place, ["executive", "technical-auditor"]);
    expect(told).toMatchObject({
      outcome: "partially_succeeded",
      reason: "some_packs_missing",
      summary: { packs_ready: 1, packs_missing: 1 },
    });
    const packs = await listPacks(world.platform.database, place);
    const standings = packs.map(({ profile, standing }) => `${profile} ${standing.status}`);
    expect(standings.toSorted()).toEqual(["executive failed", "technical-auditor ready"]);
    const failed = packs.find(({ profile }) => profile === "executive")?.standing;
    expect(failed).toMatchObject({ detail: expect.stringContaining("TypeError") });
    expect(await render(place, ["executive"])).toMatchObject({
      outcome: "failed",
      reason: "nothing_rendered",
      related: null,
    });
  });

  test("after a pack was taken back renders it anew, in a set of its own", async () => {
    const place = await world.newReview();
    const first = await render(place);
    const { database } = world.platform;
    const [pack] = await listPacks(database, place);
    const packId = pack?.packId ?? "";
    await revokePack(database, place, { packId, by: "Maria", reason: "sent to the wrong person" });
    const again = await render(place);
    expect([again.outcome, again.reason]).toEqual(["succeeded", "packs_ready"]);
    expect(again.related).not.toEqual(first.related);
    const standings = (await listPacks(database, place)).map(({ standing }) => standing.status);
    expect(standings.toSorted()).toEqual(["ready", "revoked"]);
  });
});
