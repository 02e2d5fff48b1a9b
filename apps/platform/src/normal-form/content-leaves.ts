import { ACCESS_TYPE } from "./access-type.ts";
import { asSet, canonicalJson } from "./canonical-json.ts";
import { isCatalogType } from "./catalog-type.ts";
import { isJsonArray, isJsonObject } from "./json-value.ts";
import type { JsonArray, JsonObject, JsonValue } from "./json-value.ts";
import { inOrder, leafPath } from "./setting-leaf.ts";
import type { LeafPrimitive, SettingLeaf } from "./setting-leaf.ts";
import { settingLeaves } from "./setting-leaves.ts";
import { isAnnotation } from "./volatile-field.ts";

/** Where a leaf stands: in the settings of a catalog policy, or in a property of the policy itself. */
export type LeafKind = "setting" | "property";

export interface PolicyLeaf extends SettingLeaf {
  readonly kind: LeafKind;
}

const SETTING_FIELDS: ReadonlySet<string> = new Set(["settings", "settingInstance"]);

/**
 * Every value of a policy's content, in the order of their paths: the leaves of its settings, then those of its
 * properties (`conditions/users/includeUsers`). A list of plain values is one leaf, read as a set; the place of an
 * object in a list is part of the path only where the list has more than one. Annotations are no leaves, and nested
 * ids are none but in conditional access, where they say what is meant.
 */
export function contentLeaves(type: string, content: JsonObject): readonly PolicyLeaf[] {
  const catalog = isCatalogType(type);
  const settings = catalog ? settingLeaves(content) : [];
  const properties = Object.entries(content).flatMap(([key, value]) =>
    isAnnotated(key) || (catalog && SETTING_FIELDS.has(key)) ? [] : leavesOf(value, key, type),
  );
  return [
    ...settings.map((leaf) => ({ ...leaf, kind: "setting" as const })),
    ...inOrder(properties).map((leaf) => ({ ...leaf, kind: "property" as const })),
  ];
}

function leavesOf(value: JsonValue, path: string, type: string): readonly SettingLeaf[] {
  if (value === null) return [];
  if (isJsonArray(value)) return listLeaves(value, path, type);
  if (!isJsonObject(value)) return [{ path, value, secret: false }];
  return Object.entries(value).flatMap(([key, inner]) =>
    isAnnotated(key) || (key === "id" && type !== ACCESS_TYPE)
      ? []
      : leavesOf(inner, leafPath(path, key), type),
  );
}

function listLeaves(list: JsonArray, path: string, type: string): readonly SettingLeaf[] {
  const entries = list.filter((entry) => entry !== null);
  if (entries.length === 0) return [];
  if (entries.every((entry) => typeof entry !== "object")) {
    return [{ path, value: asSet(entries) as readonly LeafPrimitive[], secret: false }];
  }
  return entries.flatMap((entry, index) =>
    isJsonArray(entry)
      ? [{ path: placed(entries, path, index), value: canonicalJson(entry), secret: false }]
      : leavesOf(entry, placed(entries, path, index), type),
  );
}

function placed(list: JsonArray, path: string, index: number): string {
  return list.length > 1 ? `${path}[${index}]` : path;
}

/** Also the types of nested objects: they say how a value was written, not what it is. */
function isAnnotated(key: string): boolean {
  return key === "@odata.type" || isAnnotation(key);
}
