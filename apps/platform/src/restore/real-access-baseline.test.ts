import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { skipUnless } from "../../../../test/skip-loudly.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { openFolderTarget } from "../provider/target/open-folder-target.ts";
import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { gatherPlanInput } from "./gather-plan-input.ts";
import { asPolicy, type PlannedObject } from "./plan.test-kit.ts";
import { planRestore } from "./plan-restore.ts";

// A public baseline of a real tenant, kept beside the project and never part of it.
const ARCHIVE = path.join(
  import.meta.dirname,
  "../../../../../shared/data/ca-baseline-2025.10.2.tar.gz",
);
/** Named by policies; the export holds no object of these ids. */
const LOCATIONS = ["185c993e-10a9-44fa-98d1-230c8f72f497", "1cc7e30b-f894-43a2-9da6-30aa7c085dda"];
const AVAILABLE = existsSync(ARCHIVE);
const ABSENT = "the folder shared/data is absent";

describe("the real conditional access baseline", () => {
  let root = "";
  let policies: readonly SnapshotPolicy[] = [];

  beforeAll(async () => {
    if (!AVAILABLE) return;
    root = await mkdtemp(path.join(tmpdir(), "access-baseline-"));
    execFileSync("tar", ["-xzf", ARCHIVE, "-C", root]);
    const { items } = await readExportFolder({ root });
    policies = items.map(({ type, json }) =>
      asPolicy({ type, json: json as PlannedObject["json"] }),
    );
  });
  afterAll(async () => {
    if (root !== "") await rm(root, { recursive: true, force: true });
  });

  async function plan() {
    const target = openFolderTarget({ root }, new AbortController().signal);
    const snapshot = { snapshot: { snapshotId: "s" }, policies } as unknown as SnapshotPolicies;
    const request = { snapshot, selected: null, known: new Map<string, string>() };
    const options = { accessState: "disabled" } as const;
    return planRestore(await gatherPlanInput(target, { ...request, options })).plan;
  }

  test("planned for its own folder, has nothing to write", async (context) => {
    skipUnless(context, AVAILABLE, ABSENT);
    const { items } = await plan();
    expect(items).toHaveLength(64);
    expect(items.filter(({ action }) => action !== "skip")).toEqual([]);
  });

  test("refers to nine groups and two locations that nothing in it resolves", async (context) => {
    skipUnless(context, AVAILABLE, ABSENT);
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
