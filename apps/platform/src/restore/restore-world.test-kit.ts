import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { asEnvironmentId, asWorkspaceId, type OperationRun, type RunScope } from "settled";
import { createFaultScript } from "settled/testing";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { captureSnapshot } from "../snapshot/capture-snapshot.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { openProviderTarget } from "../provider/target/open-provider-target.ts";
import { pinIdentity } from "../store/environment-identity.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { findLatestSnapshot } from "../store/snapshot-store.ts";
import type { TargetFault } from "./testing/target-fault.ts";
import { createTargetFaults } from "./testing/create-target-faults.ts";

const TENANT = "0f0e0d0c-0b0a-4908-8706-050403020100";

/** One database with a platform that works, whose providers misbehave as the test says. */
export interface RestoreWorld {
  readonly server: TestDatabase;
  readonly platform: Platform;
  readonly points: ReturnType<typeof createFaultScript>;
  /** For the restores that are started from now on. */
  setFaults(faults: readonly TargetFault[]): void;
  close(): Promise<void>;
}

const SETTLE_MS = 400;

export async function openRestoreWorld(): Promise<RestoreWorld> {
  const server = await startTestDatabase();
  await migratePlatform(server.url);
  const points = createFaultScript();
  let misbehave = createTargetFaults({ faults: [], points });
  const platform = openPlatform({
    connectionString: server.url,
    faults: points,
    sweepEveryMs: 200,
    restore: {
      settleMs: SETTLE_MS,
      deadlineMs: 5_000,
      retriesMax: 2,
      retryWaitMsMax: 50,
      openTarget: (provider, signal) => misbehave(openProviderTarget(provider, signal)),
    },
  });
  await platform.settled.prepare();
  const worker = await platform.settled.work({ concurrency: 2 });
  return {
    server,
    platform,
    points,
    setFaults: (faults) => (misbehave = createTargetFaults({ faults, points })),
    async close() {
      await worker.stop();
      await platform.close();
      await server.close();
    },
  };
}

export interface RestorePlace extends RunScope {
  readonly root: string;
  readonly snapshotId: string;
}

export function catalogPolicy(name: string, value: string, id: string = randomUUID()) {
  return {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id,
    name,
    description: "",
    platforms: "windows10",
    technologies: "mdm",
    settingCount: 1,
    settings: [
      {
        id: "0",
        settingInstance: {
          "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance",
          settingDefinitionId: "device_vendor_msft_policy_config_defender_allowarchivescanning",
          choiceSettingValue: { value, children: [] },
        },
      },
    ],
    assignments: [],
  };
}

/** An environment with a folder of its own, captured as it stands. */
export async function capturedPlace(
  world: RestoreWorld,
  root: string,
  objects: Readonly<Record<string, object>>,
): Promise<RestorePlace> {
  await writeObjects(root, {
    "MigrationTable.json": { TenantId: TENANT, Organization: "Test", Objects: [] },
    ...objects,
  });
  const scope = {
    workspaceId: asWorkspaceId("restores"),
    environmentId: asEnvironmentId(`e-${randomUUID()}`),
  };
  await ensureEnvironment(world.platform.database, {
    ...scope,
    workspaceName: "Restores",
    environmentName: scope.environmentId,
    provider: { kind: "folder", root },
  });
  await pinIdentity(world.platform.database, scope, `tenant:${TENANT}`);
  const run = await startRun(world, scope, { type: "environment.snapshot.capture", input: {} });
  await completed(world, run);
  const snapshot = await findLatestSnapshot(world.platform.database, scope);
  if (snapshot === null) throw new Error(`${captureSnapshot.name} sealed nothing.`);
  return { ...scope, root, snapshotId: snapshot.snapshotId };
}

export async function writeObjects(
  root: string,
  objects: Readonly<Record<string, object>>,
): Promise<void> {
  for (const [file, json] of Object.entries(objects)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), JSON.stringify(json));
  }
}

export function removeObject(root: string, file: string): Promise<void> {
  return rm(path.join(root, file));
}

/** Names of the objects of one type that stand in the folder now, sorted. */
export async function namesIn(root: string, type: string): Promise<readonly string[]> {
  const { items } = await readExportFolder({ root });
  return items
    .filter((item) => item.type === type)
    .map(({ displayName }) => displayName)
    .sort();
}

export async function draftsIn(root: string): Promise<readonly string[]> {
  const files = await readdir(root, { recursive: true });
  return files.filter((file) => file.endsWith(".draft"));
}

export async function startRun(
  world: RestoreWorld,
  scope: RunScope,
  order: { readonly type: string; readonly input: unknown },
): Promise<OperationRun> {
  const { workspaceId, environmentId } = scope;
  const initiator = { kind: "user", id: "test", name: "Test" } as const;
  const answer = await world.platform.settled.start({
    workspaceId,
    environmentId,
    ...order,
    initiator,
  });
  if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}`);
  return answer.run;
}

const COMPLETED_WITHIN_MS = 25_000;

export async function completed(world: RestoreWorld, run: OperationRun): Promise<OperationRun> {
  const until = performance.now() + COMPLETED_WITHIN_MS;
  for (;;) {
    const now = await world.platform.settled.reader.findRun(run.workspaceId, run.id);
    if (now?.status === "completed") return now;
    if (performance.now() > until) throw new Error(`Not completed: ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Starts a restore of everything in the place's snapshot and waits for its end. */
export async function restored(
  world: RestoreWorld,
  place: RestorePlace,
  input: object = { snapshot_id: place.snapshotId },
): Promise<OperationRun> {
  const run = await startRun(world, place, { type: "restore.execute", input });
  return completed(world, run);
}
