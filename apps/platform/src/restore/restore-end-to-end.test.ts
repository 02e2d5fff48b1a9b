import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { reasonOf } from "settled";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { ALLOWED, CATALOG, FORBIDDEN, driftedPlace } from "./drifted-place.test-kit.ts";
import {
  capturedPlace,
  catalogPolicy,
  completed,
  draftsIn,
  namesIn,
  openRestoreWorld,
  restored,
  type RestoreWorld,
  startRun,
} from "./restore-world.test-kit.ts";

/** Longer than a worker may wait between journaling a request and sending it. */
const PAUSE_MS = 5_200;

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

describe("restoring from a snapshot", () => {
  test("what is missing is created, what differs is updated, and the rest is left alone", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
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
    const place = await driftedPlace(world, folder.root);
    const items = [{ type: CATALOG, item_key: place.changedId }];
    const run = await restored(world, place, { snapshot_id: place.snapshotId, items });
    expect(run.summary).toMatchObject({ planned: 1, written: 1 });
    expect(await namesIn(folder.root, CATALOG)).toEqual(["Win - Changed", "Win - Kept"]);
  });
});

describe("what keeps a restore from beginning", () => {
  test("an environment that is suspended, an unknown snapshot or restore, or a folder that is gone", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const because = async (input: object) => {
      const run = await restored(world, place, input);
      return [run.outcome, reasonOf(run.context)];
    };
    const known = { snapshot_id: place.snapshotId };
    expect(await because({ snapshot_id: randomUUID() })).toEqual(["blocked", "snapshot_missing"]);
    expect(await because({ resumes: randomUUID() })).toEqual(["blocked", "earlier_missing"]);
    await rename(folder.root, `${folder.root}-away`);
    expect(await because(known)).toEqual(["blocked", "provider_unreachable"]);
    await rename(`${folder.root}-away`, folder.root);
    const { database } = world.platform;
    const key = [place.workspaceId, place.environmentId];
    await database.pool.query(
      "update platform.environments set state = 'suspended' where workspace_id = $1 and environment_id = $2",
      key,
    );
    expect(await because(known)).toEqual(["blocked", "environment_suspended"]);
  });

  test("a restore that is cancelled half-way sends nothing more, and says what it has written", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const pause = world.points.pauseAt("restore.after_item");
    const order = { type: "restore.execute", input: { snapshot_id: place.snapshotId } };
    const run = await startRun(world, place, order);
    await pause.reached;
    const actor = { kind: "user", id: "test", name: "Test" } as const;
    await world.platform.settled.cancel({ workspaceId: run.workspaceId, id: run.id }, actor);
    pause.resume();
    const ended = await completed(world, run);
    expect([ended.outcome, ended.summary["written"]]).toEqual(["partially_succeeded", 1]);
    expect(await namesIn(folder.root, CATALOG)).toEqual(["Win - Changed", "Win - Kept"]);
  });

  test("a worker that was paused after it journaled a request does not send it", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const pause = world.points.pauseAt("restore.after_journal");
    const order = { type: "restore.execute", input: { snapshot_id: place.snapshotId } };
    const run = await startRun(world, place, order);
    await pause.reached;
    await sleep(PAUSE_MS);
    pause.resume();
    const ended = await completed(world, run);
    expect([ended.outcome, reasonOf(ended.context)]).toEqual(["failed", "nothing_written"]);
    expect(await namesIn(folder.root, CATALOG)).toEqual(["Win - Changed", "Win - Kept"]);
  });

  test("a second restore of an environment joins the one that is under way", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const pause = world.points.pauseAt("restore.after_seal");
    const order = { type: "restore.execute", input: { snapshot_id: place.snapshotId } };
    const first = await startRun(world, place, order);
    await pause.reached;
    const second = await startRun(world, place, order);
    expect(second.id).toBe(first.id);
    pause.resume();
    expect((await completed(world, first)).outcome).toBe("succeeded");
  });
});
