import { type OperationRun, relatedOf } from "settled";
import { expect } from "vitest";
import { normalForm } from "../normal-form/normal-form.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { findRestoresOfRun, listRestoreItems } from "../store/restore-store.ts";
import {
  capturedPlace,
  catalogPolicy,
  namesIn,
  removeObject,
  restored,
  type RestorePlace,
  type RestoreWorld,
  writeObjects,
} from "./restore-world.test-kit.ts";

export const CATALOG = "configurationPolicies";
export const ALLOWED = "device_vendor_msft_policy_config_defender_allowarchivescanning_1";
export const FORBIDDEN = "device_vendor_msft_policy_config_defender_allowarchivescanning_0";

/** Three policies; afterwards one is gone, one is set differently and one is as it was. */
export async function driftedPlace(
  world: RestoreWorld,
  root: string,
): Promise<RestorePlace & { readonly changedId: string }> {
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

export async function itemsOf(world: RestoreWorld, place: RestorePlace, run: OperationRun) {
  const { database } = world.platform;
  const [restore] = await findRestoresOfRun(database, place.workspaceId, run.id);
  return listRestoreItems(database, place, restore?.restoreId ?? "");
}

/** What the run says of each item is what stands in the folder, and nothing stands there twice. */
export async function expectTruth(
  world: RestoreWorld,
  place: RestorePlace,
  run: OperationRun,
): Promise<void> {
  const names = await namesIn(place.root, CATALOG);
  expect(new Set(names).size).toBe(names.length);
  const { items } = await readExportFolder({ root: place.root });
  for (const { item, judgement } of await itemsOf(world, place, run)) {
    if (item.action === "skip" || item.desired === null) continue;
    const standing = items.find(({ displayName }) => displayName === item.name);
    const hash = standing === undefined ? null : normalForm(standing).contentHash;
    const applied = judgement?.truth === "applied";
    expect([item.name, hash === item.desired.content]).toEqual([item.name, applied]);
  }
}

export async function resumedAfter(
  world: RestoreWorld,
  place: RestorePlace,
  run: OperationRun,
): Promise<OperationRun> {
  const resumes = relatedOf(run.context)?.id;
  return restored(world, place, { resumes });
}

export async function idsIn(root: string, type: string, name?: string): Promise<readonly string[]> {
  const { items } = await readExportFolder({ root });
  return items
    .filter((item) => item.type === type && (name === undefined || item.displayName === name))
    .map(({ providerId }) => providerId ?? "");
}
