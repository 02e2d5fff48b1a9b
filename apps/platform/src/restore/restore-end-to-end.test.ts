import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type OperationRun, reasonOf, relatedOf } from "settled";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { normalForm } from "../normal-form/normal-form.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { findRestoresOfRun, listRestoreItems } from "../store/restore-store.ts";
import {
  capturedPlace,
  catalogPolicy,
  draftsIn,
  namesIn,
  openRestoreWorld,
  removeObject,
  restored,
  type RestorePlace,
  type RestoreWorld,
  writeObjects,
} from "./restore-world.test-kit.ts";

const CATALOG = "configurationPolicies";
const ALLOWED = "device_vendor_msft_policy_config_defender_allowarchivescanning_1";
const FORBIDDEN = "device_vendor_msft_policy_config_defender_allowarchivescanning_0";

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

/** Three policies; afterwards one is gone, one is set differently and one is as it was. */
async function driftedPlace(root: string): Promise<RestorePlace & { readonly changedId: string }> {
  const changed = catalogPolicy("Win - Changed", ALLOWED);
  const place = await capturedPlace(world, root, {
    "SettingsCatalog/Gone.json": catalogPolicy("Win - Gone", ALLOWED),
    "SettingsCatalog/Changed.json": changed,
    "SettingsCatalog/Kept.json": catalogPolicy("Win - Kept", ALLOWED),
  });
  await removeObject(root, "SettingsCatalog/Gone.json");
  await writeObjects(root, {
    "SettingsCatalog/Changed.json": catalogPolicy("Win - Changed", FORBIDDEN, changed.id),
  });
  return { ...place, changedId: changed.id };
}

describe("restoring from a snapshot", () => {
  test("what is missing is created, what differs is updated, and the rest is left alone", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "restore_written"]);
    expect(run.summary).toMatchObject({ planned: 2, written: 2, as_wanted_already: 1 });
    expect(await namesIn(folder.root, CATALOG)).toEqual([
      "Win - Changed",
      "Win - Gone",
      "Win - Kept",
    ]);
    expect(await draftsIn(folder.root)).toEqual([]);
    const again = await restored(world, place);
    expect([again.outcome, reasonOf(again.context)]).toEqual(["succeeded", "nothing_to_write"]);
  });

  test("a folder may be restored whole: all files gone, all policies come back", async () => {
    await using folder = await temporaryFolder();
    const place = await capturedPlace(world, folder.root, {
      "SettingsCatalog/One.json": catalogPolicy("Win - One", ALLOWED),
      "SettingsCatalog/Two.json": catalogPolicy("Win - Two", FORBIDDEN),
    });
    await rm(join(folder.root, "SettingsCatalog"), { recursive: true });
    const run = await restored(world, place);
    expect(run.outcome).toBe("succeeded");
    expect(await namesIn(folder.root, CATALOG)).toEqual(["Win - One", "Win - Two"]);
  });

  test("an item that was chosen is restored, and no other", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    const items = [{ type: CATALOG, item_key: place.changedId }];
    const run = await restored(world, place, { snapshot_id: place.snapshotId, items });
    expect(run.summary).toMatchObject({ planned: 1, written: 1 });
    expect(await namesIn(folder.root, CATALOG)).toEqual(["Win - Changed", "Win - Kept"]);
  });
});

describe("a provider that misbehaves", () => {
  test("an answer that is lost after the request was applied leads to one object, found by looking", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "answer_lost_after_apply", at: 2 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "restore_written"]);
    await expectTruth(place, run);
  });

  test("looks that do not show yet what was written are repeated until they do", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    const knownIds = await idsIn(folder.root, CATALOG);
    world.setFaults([{ fault: "stale_read", times: 4, knownIds }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "restore_written"]);
    await expectTruth(place, run);
  });

  test("looks that are stale for longer than the worker waits leave the run undecided, then settled", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    const knownIds = await idsIn(folder.root, CATALOG);
    world.setFaults([{ fault: "stale_read", times: 11, knownIds }]);
    const run = await restored(world, place);
    expect(run.outcome).toBe("succeeded");
    await expectTruth(place, run);
  });

  test("a change that a second administrator must approve blocks, and is sent again with its code when resumed", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "waiting_for_approval", at: 2, code: "code-7" }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["blocked", "awaiting_approval"]);
    expect(run.summary).toMatchObject({ written: 1, waiting_for_approval: 1 });
    await expectTruth(place, run);
    world.setFaults([{ fault: "waiting_for_approval", at: 1, code: "code-7" }]);
    const resumed = await resumedAfter(run, place);
    expect([resumed.outcome, reasonOf(resumed.context)]).toEqual(["succeeded", "restore_written"]);
    expect(resumed.summary).toMatchObject({ planned: 1, written: 1, as_wanted_already: 2 });
    await expectTruth(place, resumed);
  });

  test("requests that are put off until the budget is used up leave a named rest, which a resume writes", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "put_off", at: 2, status: 429 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual([
      "partially_succeeded",
      "partly_written_throttled",
    ]);
    await expectTruth(place, run);
    world.setFaults([]);
    const resumed = await resumedAfter(run, place);
    expect(resumed.outcome).toBe("succeeded");
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(3);
  });

  test("a request that was put off although it was applied is not sent a second time", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "put_off", at: 2, status: 429, times: 1, applied: true }]);
    const run = await restored(world, place);
    expect(run.outcome).toBe("succeeded");
    await expectTruth(place, run);
  });

  test("a right that is missing blocks where nothing was written, and is named where something was", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "denied", at: 1 }]);
    const none = await restored(world, place);
    expect([none.outcome, reasonOf(none.context)]).toEqual(["blocked", "permission"]);
    await expectTruth(place, none);
    world.setFaults([{ fault: "denied", at: 2 }]);
    const some = await restored(world, place);
    expect([some.outcome, reasonOf(some.context)]).toEqual([
      "partially_succeeded",
      "partly_written_permission",
    ]);
    await expectTruth(place, some);
  });

  test("what somebody changed after the plan was made is not overwritten", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "target_changed", type: CATALOG, id: place.changedId }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", "target_changed"]);
    const { items } = await readExportFolder({ root: folder.root });
    const changed = items.find(({ providerId }) => providerId === place.changedId);
    expect(changed?.json["changedBySomebody"]).toBe(true);
    await expectTruth(place, run);
  });

  test("an environment that points to another tenant is not written to", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    await writeObjects(folder.root, {
      "MigrationTable.json": { TenantId: randomUUID(), Organization: "Other", Objects: [] },
    });
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["blocked", "identity_differs"]);
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(2);
  });

  test("a tenant that becomes another one while it is written to gets nothing more, and a person is asked", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "identity_changed", after: 1 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", "scope_mismatch"]);
    expect(relatedOf(run.context)).toBeNull();
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(2);
  });

  test("a create that was delivered twice is found, and both objects are named", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(folder.root);
    world.setFaults([{ fault: "applied_twice", at: 2 }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual([
      "attention_required",
      "duplicates_found",
    ]);
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(4);
    const doubled = (await itemsOf(run, place)).find(({ item }) => item.name === "Win - Gone");
    const ids = await idsIn(folder.root, CATALOG, "Win - Gone");
    expect(ids).toHaveLength(2);
    expect(doubled?.judgement?.duplicates.toSorted()).toEqual(ids.toSorted());
    world.setFaults([]);
    const resumed = await resumedAfter(run, place);
    expect(reasonOf(resumed.context)).toBe("nothing_could_be_written");
    expect(await namesIn(folder.root, CATALOG)).toHaveLength(4);
  });
});

async function itemsOf(run: OperationRun, place: RestorePlace) {
  const { database } = world.platform;
  const [restore] = await findRestoresOfRun(database, place.workspaceId, run.id);
  return listRestoreItems(database, place, restore?.restoreId ?? "");
}

/** What the run says of each item is what stands in the folder, and nothing stands there twice. */
async function expectTruth(place: RestorePlace, run: OperationRun): Promise<void> {
  const names = await namesIn(place.root, CATALOG);
  expect(new Set(names).size).toBe(names.length);
  const { items } = await readExportFolder({ root: place.root });
  for (const { item, judgement } of await itemsOf(run, place)) {
    if (item.action === "skip" || item.desired === null) continue;
    const standing = items.find(({ displayName }) => displayName === item.name);
    const hash = standing === undefined ? null : normalForm(standing).contentHash;
    const applied = judgement?.truth === "applied";
    expect([item.name, hash === item.desired.content]).toEqual([item.name, applied]);
  }
}

async function resumedAfter(run: OperationRun, place: RestorePlace): Promise<OperationRun> {
  const resumes = relatedOf(run.context)?.id;
  return restored(world, place, { resumes });
}

async function idsIn(root: string, type: string, name?: string): Promise<readonly string[]> {
  const { items } = await readExportFolder({ root });
  return items
    .filter((item) => item.type === type && (name === undefined || item.displayName === name))
    .map(({ providerId }) => providerId ?? "");
}
