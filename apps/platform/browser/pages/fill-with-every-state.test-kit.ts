import { rm } from "node:fs/promises";
import { join } from "node:path";
import { asEnvironmentId, asWorkspaceId, type RunScope } from "settled";
import { readSnapshotSource } from "../../src/baseline/read-baseline-source.ts";
import { releaseBaseline } from "../../src/baseline/release-baseline.ts";
import { runToEnd } from "../../src/demo-data/run-to-end.ts";
import { openPlatform, type Platform } from "../../src/platform.ts";
import { openProviderTarget } from "../../src/provider/target/open-provider-target.ts";
import { ALLOWED, FORBIDDEN } from "../../src/restore/drifted-place.test-kit.ts";
import { catalogPolicy, writeObjects } from "../../src/restore/restore-world.test-kit.ts";
import { createTargetFaults } from "../../src/restore/testing/create-target-faults.ts";
import { TOKEN } from "../../src/server/served-world.test-kit.ts";
import { pinIdentity } from "../../src/store/environment-identity.ts";
import { ensureEnvironment, setEnvironmentState } from "../../src/store/environment.ts";
import { findLatestSnapshot } from "../../src/store/snapshot-store.ts";
import { storeHostileRuns } from "../attack/store-hostile-runs.test-kit.ts";
import { composeReview } from "../compose-review.test-kit.ts";
import type { ConsoleWorld } from "../console-world.test-kit.ts";
import { furnishWorld } from "./furnish-world.test-kit.ts";

/** The environment that pages of one environment are about. */
const HARBOUR: RunScope = {
  workspaceId: asWorkspaceId("north"),
  environmentId: asEnvironmentId("harbour"),
};
const TENANT = "0f0e0d0c-0b0a-4908-8706-050403020100";
const CATALOG = "SettingsCatalog";
/** The first restore writes two items; of those of the second, the last is refused. */
const REFUSED_FROM = 4;
const WITHIN_MS = 120_000;

/** Makes of a world one in which every page of the table has what it shows. */
export async function fillWithEveryState({ served, server }: ConsoleWorld): Promise<void> {
  const root = join(served.importRoot, "north-harbour");
  const misbehave = createTargetFaults({ faults: [{ fault: "denied", at: REFUSED_FROM }] });
  const platform = openPlatform({
    connectionString: served.url,
    restore: {
      settleMs: 50,
      openTarget: (provider, signal) => misbehave(openProviderTarget(provider, signal)),
    },
  });
  const worker = await platform.settled.work({ concurrency: 1 });
  try {
    const baselineId = await agree(platform, root);
    for (const period of ["2026-04", "2026-05", "2026-06"]) {
      if (period === "2026-06") await drift(platform, root);
      await run(platform, "environment.review.compose", { period, baseline_id: baselineId });
    }
    await restoreThrice(platform, root);
    const { url } = server;
    await furnishWorld({ url, token: TOKEN, workspace: "north", environment: "harbour" });
  } finally {
    await worker.stop();
    await platform.close();
  }
  await storeHostileRuns(served.platform.database, OLD_TEXTS);
  // No worker is there any more: this one waits.
  await composeReview({ served }, "2027-01");
}

function run(platform: Platform, type: string, input: unknown): Promise<void> {
  return runToEnd(platform, HARBOUR, { type, input, signal: AbortSignal.timeout(WITHIN_MS) });
}

/** Captures what stands and makes it what is expected; the answer is the baseline. */
async function agree(platform: Platform, root: string): Promise<string> {
  await writeObjects(root, {
    "MigrationTable.json": { TenantId: TENANT, Organization: "Harbour Clinics", Objects: [] },
    ...Object.fromEntries(
      POLICIES.map((name) => [`${CATALOG}/${name}.json`, catalogPolicy(`Win - ${name}`, ALLOWED)]),
    ),
    "_coverage.json": { schema: 1, types: [{ type: "ConditionalAccess", status: "unlicensed" }] },
  });
  await ensureEnvironment(platform.database, {
    workspaceId: HARBOUR.workspaceId,
    workspaceName: "North",
    environmentId: asEnvironmentId("harbour"),
    environmentName: "Harbour Clinics of the North and the Northern Isles",
    provider: { kind: "folder", root },
  });
  await pinIdentity(platform.database, HARBOUR, `tenant:${TENANT}`);
  await run(platform, "environment.snapshot.capture", {});
  const source = await readSnapshotSource(platform.database, HARBOUR, null);
  if (source === null) throw new Error("Nothing was captured.");
  const release = await releaseBaseline(platform.database, {
    workspaceId: HARBOUR.workspaceId,
    name: "Harbour Clinics: agreed state",
    source,
    rules: {
      mode: "exact",
      severity: null,
      withAssignments: true,
      excludedPaths: [],
      rationale: "",
    },
    releasedBy: "Ada",
  });
  if (release.kind !== "released") throw new Error("The baseline was refused.");
  return release.version.baselineId;
}

/** One policy goes, one is set differently, one comes, one cannot be read. */
async function drift(platform: Platform, root: string): Promise<void> {
  await rm(join(root, CATALOG, "Encryption.json"));
  await writeObjects(root, {
    [`${CATALOG}/Firewall.json`]: catalogPolicy("Win - Firewall", FORBIDDEN),
    [`${CATALOG}/Later.json`]: catalogPolicy("Win - Added later", ALLOWED),
  });
  await run(platform, "environment.snapshot.capture", {});
}

/** One that wrote everything, one that lacked a right, one that was not allowed to begin. */
async function restoreThrice(platform: Platform, root: string): Promise<void> {
  const first = await findLatestSnapshot(platform.database, HARBOUR);
  const input = { snapshot_id: first?.snapshotId };
  const again = async () => {
    await writeObjects(root, {
      [`${CATALOG}/Firewall.json`]: catalogPolicy("Win - Firewall", ALLOWED),
      [`${CATALOG}/Updates.json`]: catalogPolicy("Win - Updates", FORBIDDEN),
    });
  };
  await again();
  await run(platform, "restore.execute", input);
  await again();
  await run(platform, "restore.execute", input);
  await setEnvironmentState(platform.database, HARBOUR, "suspended");
  await run(platform, "restore.execute", input);
  await setEnvironmentState(platform.database, HARBOUR, "active");
}

const POLICIES = ["Encryption", "Firewall", "Updates", "Kept"];
/** What an older release may have stored. */
const OLD_TEXTS = ["a first", "a second", "a third", "a fourth", "a fifth", "a sixth"].map(
  (name) => `${name} text of an older release`,
);
