import { randomUUID } from "node:crypto";
import { reasonOf } from "settled";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { itemsOf, resumedAfter } from "./drifted-place.test-kit.ts";
import {
  capturedPlace,
  openRestoreWorld,
  removeObject,
  restored,
  type RestorePlace,
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

describe("conditional access", () => {
  const LOCATION = randomUUID();
  const location = {
    "@odata.type": "#microsoft.graph.countryNamedLocation",
    id: LOCATION,
    displayName: "Germany",
    countriesAndRegions: ["DE"],
  };
  const access = {
    "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
    id: randomUUID(),
    displayName: "Block elsewhere",
    state: "enabled",
    conditions: {
      users: { includeUsers: ["All"] },
      locations: { includeLocations: ["All"], excludeLocations: [LOCATION] },
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  };

  async function emptiedPlace(root: string): Promise<RestorePlace> {
    const place = await capturedPlace(world, root, {
      "NamedLocations/Germany.json": location,
      "ConditionalAccess/Block.json": access,
    });
    await removeObject(root, "NamedLocations/Germany.json");
    await removeObject(root, "ConditionalAccess/Block.json");
    return place;
  }

  async function madePolicy(root: string) {
    const { items } = await readExportFolder({ root });
    const found = items.find(({ displayName }) => displayName === "Block elsewhere");
    const made = items.find(({ displayName }) => displayName === "Germany");
    const text = JSON.stringify(found?.json["conditions"] ?? null);
    return { state: found?.json["state"], locationId: made?.providerId ?? "none", text };
  }

  test("is created disabled, naming the location by the id that it got a moment before", async () => {
    await using folder = await temporaryFolder();
    const place = await emptiedPlace(folder.root);
    const run = await restored(world, place);
    expect([run.outcome, run.summary["written"]]).toEqual(["succeeded", 2]);
    const made = await madePolicy(folder.root);
    expect(made.state).toBe("disabled");
    expect(made.text).toContain(made.locationId);
    expect(made.text).not.toContain(LOCATION);
  });

  test("is enforced last, and only where that was asked for", async () => {
    await using folder = await temporaryFolder();
    const place = await emptiedPlace(folder.root);
    const input = { snapshot_id: place.snapshotId, ca_state: "as_in_snapshot" };
    const run = await restored(world, place, input);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "restore_written"]);
    expect((await madePolicy(folder.root)).state).toBe("enabled");
  });

  test("whose location was refused is not attempted; a resume that may write it writes both", async () => {
    await using folder = await temporaryFolder();
    const place = await emptiedPlace(folder.root);
    world.setFaults([{ fault: "waiting_for_approval", at: 1, code: "c" }]);
    const run = await restored(world, place);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["blocked", "awaiting_approval"]);
    const judged = (await itemsOf(world, place, run)).map(({ judgement }) => judgement?.reason);
    expect(judged).toEqual(["awaiting_approval", "dependency_not_written"]);
    world.setFaults([]);
    const resumed = await resumedAfter(world, place, run);
    expect([resumed.outcome, resumed.summary["written"]]).toEqual(["succeeded", 2]);
  });

  test("with a group that is missing is not attempted, and written once the group is there", async () => {
    await using folder = await temporaryFolder();
    const group = {
      id: randomUUID(),
      displayName: "Admins",
      groupTypes: [],
      securityEnabled: true,
    };
    const place = await capturedPlace(world, folder.root, {
      "Groups/Admins.json": group,
      "ConditionalAccess/Block.json": {
        ...access,
        conditions: { users: { includeGroups: [group.id] } },
      },
    });
    await removeObject(folder.root, "Groups/Admins.json");
    await removeObject(folder.root, "ConditionalAccess/Block.json");
    const items = [{ type: "conditionalAccessPolicies", item_key: access.id }];
    const run = await restored(world, place, { snapshot_id: place.snapshotId, items });
    expect([run.outcome, reasonOf(run.context)]).toEqual(["failed", "nothing_could_be_written"]);
    await writeObjects(folder.root, { "Groups/Admins.json": { ...group, id: randomUUID() } });
    const again = await restored(world, place, { snapshot_id: place.snapshotId, items });
    expect(again.outcome).toBe("succeeded");
  });
});
