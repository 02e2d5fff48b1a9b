import { ACCESS_TYPE } from "../normal-form/access-type.ts";
import { byCodeUnit, canonicalJson } from "../normal-form/canonical-json.ts";
import { isJsonArray, isJsonObject } from "../normal-form/json-value.ts";
import type { JsonArray, JsonObject, JsonValue } from "../normal-form/json-value.ts";

type TargetKind = "include" | "exclude" | "all-devices" | "all-users";

const TARGETS: ReadonlyMap<string, TargetKind> = new Map([
  ["#microsoft.graph.groupAssignmentTarget", "include"],
  ["#microsoft.graph.exclusionGroupAssignmentTarget", "exclude"],
  ["#microsoft.graph.allDevicesAssignmentTarget", "all-devices"],
  ["#microsoft.graph.allLicensedUsersAssignmentTarget", "all-users"],
]);

interface TargetSource {
  readonly type: string;
  readonly content: JsonObject | null;
  readonly assignment: JsonArray | null;
}

/**
 * Whom a policy reaches, as sorted labels: `all-users`, `all-devices`, `include:<group>`, `exclude:<group>`, a filter
 * behind it, and in conditional access `include-roles:<role>` and so on. What has no label of its own is its canonical
 * text. Null = the export does not say, which is not the same as nobody.
 */
export function targetsOf({ type, content, assignment }: TargetSource): readonly string[] | null {
  if (type === ACCESS_TYPE) return content === null ? null : sorted(accessLabels(content));
  return assignment === null ? null : sorted(assignment.map(assignmentLabel));
}

function sorted(labels: readonly string[]): readonly string[] {
  return [...new Set(labels)].sort(byCodeUnit);
}

function assignmentLabel(entry: JsonValue): string {
  const target = isJsonObject(entry) ? entry["target"] : undefined;
  // IntuneCD and others write entries of their own form.
  if (!isJsonObject(entry) || !isJsonObject(target)) return canonicalJson(entry);
  const odataType = target["@odata.type"];
  const kind = typeof odataType === "string" ? TARGETS.get(odataType) : undefined;
  const group = target["groupId"];
  const behind = `${filterLabel(target)}${intentLabel(entry)}`;
  switch (kind) {
    case "include":
    case "exclude":
      return typeof group === "string" ? `${kind}:${group}${behind}` : canonicalJson(entry);
    case "all-devices":
    case "all-users":
      return `${kind}${behind}`;
    case undefined:
      return canonicalJson(entry);
  }
}

function filterLabel(target: JsonObject): string {
  const way = target["deviceAndAppManagementAssignmentFilterType"];
  const filter = target["deviceAndAppManagementAssignmentFilterId"];
  if (typeof filter !== "string" || way === "none" || typeof way !== "string") return "";
  return ` filter:${way}:${filter}`;
}

// Apps are assigned with an intent: required and available are two assignments.
function intentLabel(entry: JsonObject): string {
  const intent = entry["intent"];
  return typeof intent === "string" ? ` intent:${intent}` : "";
}

function accessLabels(content: JsonObject): readonly string[] {
  const conditions = content["conditions"];
  const users = isJsonObject(conditions) ? conditions["users"] : undefined;
  if (!isJsonObject(users)) return [];
  return Object.entries(users).flatMap(([field, value]) => {
    if (field === "@odata.type") return [];
    const members = isJsonArray(value) ? value : [value];
    return members.flatMap((member) => accessLabel(field, member));
  });
}

function accessLabel(field: string, member: JsonValue): readonly string[] {
  if (typeof member !== "string") return [`${asWords(field)}:${canonicalJson(member)}`];
  if (field === "includeUsers" && member === "All") return ["all-users"];
  if (field === "includeUsers" && member === "None") return [];
  if (field === "includeGroups") return [`include:${member}`];
  if (field === "excludeGroups") return [`exclude:${member}`];
  return [`${asWords(field)}:${member}`];
}

/** `includeRoles` as `include-roles`. */
function asWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
