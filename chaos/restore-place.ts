import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { normalForm } from "../apps/platform/src/normal-form/normal-form.ts";
import type { JsonObject } from "../apps/platform/src/normal-form/json-value.ts";
import { readExportFolder } from "../apps/platform/src/provider/read-export-folder.ts";
import { snapshotOfReading } from "../apps/platform/src/snapshot/snapshot-of-reading.ts";
import { putBlobs } from "../apps/platform/src/store/blob.ts";
import { pinIdentity } from "../apps/platform/src/store/environment-identity.ts";
import { findEnvironment } from "../apps/platform/src/store/environment.ts";
import { insertSnapshot } from "../apps/platform/src/store/snapshot-store.ts";
import type { RunId, RunScope } from "../packages/settled/src/run/scope.ts";
import type { PlatformWorld } from "./platform-world.ts";

/** An environment whose folder has drifted from the snapshot that it is restored from. */
export interface RestorePlace extends RunScope {
  readonly root: string;
  readonly snapshotId: string;
  readonly changedId: string;
  readonly knownIds: readonly string[];
}

/** How many of the three drifted policies stand how, by the files alone. */
export interface FolderTruth {
  readonly written: number;
  readonly partly: number;
  readonly untouched: number;
  /** Names that stand more than once. */
  readonly doubled: readonly string[];
}

const GROUP = "11111111-2222-4333-8444-555555555555";
const CHANGED = "Chaos A - changed";
const GONE = ["Chaos B - gone", "Chaos C - gone"];

/** One policy is set differently, two are gone, one stands as it was. */
export async function newRestorePlace(world: PlatformWorld, name: string): Promise<RestorePlace> {
  const scope = await world.newEnvironment(name);
  const { database } = world.platform;
  const provider = (await findEnvironment(database, scope))?.provider;
  const root = provider?.kind === "folder" ? provider.root : "";
  await rm(join(root, "SettingsCatalog"), { recursive: true });
  const tenant = randomUUID();
  await writeTenant(root, tenant);
  await write(root, "Groups/Group.json", groupObject());
  for (const name of [CHANGED, ...GONE, "Chaos D - kept"]) {
    await write(root, `SettingsCatalog/${name}.json`, policy(name, "1"));
  }
  await pinIdentity(database, scope, `tenant:${tenant}`);
  const content = snapshotOfReading(await readExportFolder({ root }));
  const snapshotId = randomUUID();
  await putBlobs(database, scope.workspaceId, content.blobs);
  await insertSnapshot(database, scope, { snapshotId, runId: randomUUID() as RunId, content });
  const file = join(root, `SettingsCatalog/${CHANGED}.json`);
  const { id } = JSON.parse(await readFile(file, "utf8")) as { id: string };
  await write(root, `SettingsCatalog/${CHANGED}.json`, { ...policy(CHANGED, "0"), id });
  for (const name of GONE) await rm(join(root, `SettingsCatalog/${name}.json`));
  const { items } = await readExportFolder({ root });
  const knownIds = items.map(({ providerId }) => providerId ?? "");
  return { ...scope, root, snapshotId, changedId: id, knownIds };
}

/** The folder says that it belongs to this tenant. */
export function writeTenant(root: string, tenant: string): Promise<void> {
  return write(root, "MigrationTable.json", { TenantId: tenant, Organization: "C", Objects: [] });
}

/** Read from the files, without anything that restores use to judge themselves. */
export async function readFolderTruth({ root }: RestorePlace): Promise<FolderTruth> {
  const { items } = await readExportFolder({ root });
  const wanted = normalForm({ type: "configurationPolicies", json: policy("any", "1") });
  const standings = [CHANGED, ...GONE].map((name) => {
    const found = items.filter(({ displayName }) => displayName === name);
    const [only] = found;
    if (only === undefined) return { name, times: 0, truth: "untouched" } as const;
    const { contentHash, assignmentHash } = normalForm(only);
    const set = contentHash === wanted.contentHash;
    const assigned = assignmentHash === wanted.assignmentHash;
    const truth = set && assigned ? "written" : set ? "partly" : "untouched";
    return { name, times: found.length, truth } as const;
  });
  const count = (truth: string): number => standings.filter((one) => one.truth === truth).length;
  return {
    written: count("written"),
    partly: count("partly"),
    untouched: count("untouched"),
    doubled: standings.filter(({ times }) => times > 1).map(({ name }) => name),
  };
}

function policy(name: string, option: string): JsonObject {
  const settingDefinitionId = "device_vendor_msft_policy_config_defender_allowcloudprotection";
  return {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id: randomUUID(),
    name,
    description: "",
    platforms: "windows10",
    technologies: "mdm",
    settingCount: 1,
    settings: [
      {
        settingInstance: {
          "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance",
          settingDefinitionId,
          choiceSettingValue: { value: `${settingDefinitionId}_${option}`, children: [] },
        },
      },
    ],
    assignments: [
      { target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId: GROUP } },
    ],
  };
}

function groupObject(): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.group",
    id: GROUP,
    displayName: "All chaos devices",
    groupTypes: [],
    securityEnabled: true,
  };
}

async function write(root: string, file: string, json: JsonObject): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), JSON.stringify(json));
}
