import { rm } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { describeRealExports } from "../provider/real-exports.test-kit.ts";
import { openFolderTarget } from "../provider/target/open-folder-target.ts";
import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { gatherPlanInput } from "./gather-plan-input.ts";
import { asPolicy, type PlannedObject } from "./plan.test-kit.ts";
import { planRestore } from "./plan-restore.ts";

/** Named by policies; the export holds no object of these ids. */
const LOCATIONS = ["185c993e-10a9-44fa-98d1-230c8f72f497", "1cc7e30b-f894-43a2-9da6-30aa7c085dda"];

describeRealExports("the real conditional access baseline", (folderOf) => {
  let root = "";
  let policies: readonly SnapshotPolicy[] = [];

  beforeAll(async () => {
    root = folderOf("ca-baseline-2025.10.2");
    const { items } = await readExportFolder({ root });
    policies = items.map(({ type, json }) =>
      asPolicy({ type, json: json as PlannedObject["json"] }),
    );
  });

  async function plan() {
    const target = openFolderTarget({ root }, new AbortController().signal);
    const snapshot = { snapshot: { snapshotId: "s" }, policies } as unknown as SnapshotPolicies;
    const request = { snapshot, selected: null, known: new Map<string, string>() };
    const options = { accessState: "disabled" } as const;
    return planRestore(await gatherPlanInput(target, { ...request, options })).plan;
  }

  test("planned for its own folder, has nothing to write", async () => {
    const { items } = await plan();
    expect(items).toHaveLength(64);
    expect(items.filter(({ action }) => action !== "skip")).toEqual([]);
  });

  test("refers to nine groups and two locations that nothing in it resolves", async () => {
    await rm(path.join(root, "Config/ConditionalAccess"), { recursive: true });
    const { items } = await plan();
    const access = items.filter(({ type }) => type === "conditionalAccessPolicies");
    expect(access).toHaveLength(31);
    const hindered = access.filter((item) => item.hindered);
    const missing = hindered.flatMap(({ detail }) => detail?.split("; ") ?? []);
    const locations = missing.filter((one) => LOCATIONS.includes(one));
    expect([missing.length - locations.length, locations.length]).toEqual([9, 2]);
    const created = access.filter(({ steps }) => steps.includes("create"));
    expect(created.length + hindered.length).toBe(31);
  });
});
