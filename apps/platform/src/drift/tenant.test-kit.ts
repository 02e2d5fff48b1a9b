import { createHash } from "node:crypto";
import type { JsonObject } from "../normal-form/json-value.ts";
import { policy as catalogJson } from "../normal-form/catalog-fixture.test-kit.ts";
import type { CoverageMarker } from "../provider/coverage-marker.ts";
import type { ExportItem, UnreadableEntry } from "../provider/export-reading.ts";
import type { ItemType } from "../provider/policy-type.ts";
import { policiesOfReading } from "../snapshot/policies-of-reading.ts";
import { snapshotOfReading } from "../snapshot/snapshot-of-reading.ts";
import type { ReadMonth } from "./demo-month.test-kit.ts";

const ALL_DEVICES = { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" };
export const EVERY_DEVICE = [{ target: ALL_DEVICES }];

export function toGroup(groupId: string, kind = "groupAssignmentTarget") {
  return { target: { "@odata.type": `#microsoft.graph.${kind}`, groupId } };
}

interface Written {
  readonly name: string;
  readonly id?: string;
  readonly type?: ItemType;
  readonly json: JsonObject;
}

/** A settings catalog policy; its id is made from its name unless said. */
export function catalogPolicy(
  name: string,
  instances: readonly JsonObject[],
  more: JsonObject = {},
): ExportItem {
  const json = catalogJson(instances, { assignments: EVERY_DEVICE, ...more, name });
  return exported({ name, type: "configurationPolicies", json: { ...json, id: idOf(name, more) } });
}

export function accessPolicy(name: string, more: JsonObject = {}): ExportItem {
  const type = "conditionalAccessPolicies";
  const conditions = { users: { includeUsers: ["All"] }, clientAppTypes: ["all"] };
  const json = { state: "enabled", conditions, ...more, displayName: name };
  return exported({ name, type, json: { ...json, id: idOf(name, more) } });
}

function exported({ name, type = "deviceConfigurations", json }: Written): ExportItem {
  const { id } = json;
  return {
    state: "item",
    file: `${name} ${typeof id === "string" ? id : ""}.json`,
    linkTarget: null,
    bytes: 1,
    encoding: "utf-8",
    rawHash: `raw1:${hex(JSON.stringify(json))}`,
    type,
    typedBy: "folder",
    role: "policy",
    providerId: typeof id === "string" ? id : null,
    displayName: name,
    notes: [],
    json,
  };
}

export function unreadable(
  name: string,
  typeHint: ItemType = "configurationPolicies",
): UnreadableEntry {
  return {
    state: "unreadable",
    file: `${name}.json`,
    entry: "file",
    reason: "not_json",
    detail: "",
    bytes: 1,
    rawHash: `raw1:${hex(name)}`,
    typeHint,
    nameHint: name,
  };
}

/** What the platform sees of a tenant whose export held these entries. */
export function tenantOf(
  entries: readonly (ExportItem | UnreadableEntry)[],
  stated: CoverageMarker["types"] = [],
): ReadMonth {
  const items = entries.filter((entry) => entry.state === "item");
  const read = snapshotOfReading({
    layout: "intune_management",
    items,
    unreadable: entries.filter((entry) => entry.state === "unreadable"),
    ignored: [],
    references: { groups: [], migrationTables: [], coverage: { types: stated } },
    totals: {
      entries: entries.length,
      items: items.length,
      unreadable: 0,
      ignored: 0,
      bytesRead: 0,
    },
  });
  return policiesOfReading(read);
}

function idOf(name: string, { id }: JsonObject): string | null {
  if (id === null) return null;
  return typeof id === "string" ? id : `id-${hex(name).slice(0, 12)}`;
}

function hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
