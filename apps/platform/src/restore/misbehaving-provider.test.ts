import { randomUUID } from "node:crypto";
import { reasonOf, relatedOf } from "settled";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import {
  CATALOG,
  driftedPlace,
  expectTruth,
  idsIn,
  itemsOf,
  resumedAfter,
} from "./drifted-place.test-kit.ts";
import {
  namesIn,
  openRestoreWorld,
  restored,
  type RestoreWorld,
  writeObjects,
} from "./restore-world.test-kit.ts";

let world: RestoreWorld;

beforeAll(async () => {
  world = await openRestoreWorld();
}, 60_000);

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  world.setFaults([]);
});

describe("a provider that misbehaves", () => {
  test("an answer that is lost after the request was applied leads to one object, found by looking", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "answer_lost_after_apply", at: 2 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "restore_written"]);
    await expectTruth(world, place, run);
  });

  test("looks that do not show yet what was written are repeated until they do", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const knownIds = await idsIn(folder.root, CATALOG);
    world.setFaults([{ fault: "stale_read", times: 4, knownIds }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "restore_written"]);
    await expectTruth(world, place, run);
  });

  test("looks that are stale for longer than the worker waits leave the run undecided, then settled", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const knownIds = await idsIn(folder.root, CATALOG);
    world.setFaults([{ fault: "stale_read", times: 11, knownIds }]);
    const run = await restored(world, place);
    expect(run.outcome).toBe("succeeded");
    await expectTruth(world, place, run);
  });

  test("a change that a second administrator must approve blocks, and is sent again with its code when resumed", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "waiting_for_approval", at: 2, code: "code-7" }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["blocked", "awaiting_approval"]);
    expect(run.summary).toMatchObject({ written: 1, waiting_for_approval: 1 });
    await expectTruth(world, place, run);
    world.setFaults([{ fault: "waiting_for_approval", at: 1, code: "code-7" }]);
    const resumed = await resumedAfter(world, place, run);
    expect([resumed.outcome, reasonOf(resumed.context)]).toEqual(["succeeded", "restore_written"]);
    expect(resumed.summary).toMatchObject({ planned: 1, written: 1, as_wanted_already: 2 });
    await expectTruth(world, place, resumed);
  });

  test("requests that are put off until the budget is used up leave a named rest, which a resume writes", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "put_off", at: 2, status: 429 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual([
      "partially_succeeded",
      "partly_written_throttled",
    ]);
    await expectTruth(world, place, run);
    world.setFaults([]);
    const resumed = await resumedAfter(world, place, run);
    expect(resumed.outcome).toBe("succeeded");
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(3);
  });

  test("a request that was put off although it was applied is not sent a second time", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "put_off", at: 2, status: 429, times: 1, applied: true }]);
    const run = await restored(world, place);
    expect(run.outcome).toBe("succeeded");
    await expectTruth(world, place, run);
  });

  test("a right that is missing blocks where nothing was written, and is named where something was", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "denied", at: 1 }]);
    const none = await restored(world, place);
    expect([none.outcome, reasonOf(none.context)]).toEqual(["blocked", "permission"]);
    await expectTruth(world, place, none);
    world.setFaults([{ fault: "denied", at: 2 }]);
    const some = await restored(world, place);
    expect([some.outcome, reasonOf(some.context)]).toEqual([
      "partially_succeeded",
      "partly_written_permission",
    ]);
    await expectTruth(world, place, some);
  });

  test("what somebody changed after the plan was made is not overwritten", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "target_changed", type: CATALOG, id: place.changedId }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", "target_changed"]);
    const { items } = await readExportFolder({ root: folder.root });
    const changed = items.find(({ providerId }) => providerId === place.changedId);
    expect(changed?.json["changedBySomebody"]).toBe(true);
    await expectTruth(world, place, run);
  });

  test("an environment that points to another tenant is not written to", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    await writeObjects(folder.root, {
      "MigrationTable.json": { TenantId: randomUUID(), Organization: "Other", Objects: [] },
    });
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["blocked", "identity_differs"]);
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(2);
  });

  test("a tenant that becomes another one while it is written to gets nothing more, and a person is asked", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "identity_changed", after: 1 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", "scope_mismatch"]);
    expect(relatedOf(run.context)).toBeNull();
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(2);
  });

  test("a create that was delivered twice is found, and both objects are named", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    world.setFaults([{ fault: "applied_twice", at: 2 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual([
      "attention_required",
      "duplicates_found",
    ]);
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(4);
    const doubled = (await itemsOf(world, place, run)).find(
      ({ item }) => item.name === "Win - Gone",
    );
    const ids = await idsIn(folder.root, CATALOG, "Win - Gone");
    expect(ids).toHaveLength(2);
    expect(doubled?.judgement?.duplicates.toSorted()).toEqual(ids.toSorted());
    world.setFaults([]);
    const resumed = await resumedAfter(world, place, run);
    expect(reasonOf(resumed.context)).toBe("nothing_could_be_written");
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(4);
  });
});
