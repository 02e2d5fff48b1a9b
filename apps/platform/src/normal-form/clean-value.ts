import { asSet } from "./canonical-json.ts";
import { isDeclaredType } from "./declared-odata-type.ts";
import { isJsonArray, isJsonObject } from "./json-value.ts";
import type { JsonArray, JsonObject, JsonValue } from "./json-value.ts";
import { isSetField } from "./set-field.ts";
import { isTenantGenerated, TENANT_GENERATED_VALUE } from "./tenant-generated-setting.ts";
import { isAnnotation, isVolatileIn } from "./volatile-field.ts";

/** Where a value stands: the type of its policy and the property that holds it. */
export interface Place {
  readonly type: string;
  readonly key: string;
}

/**
 * A value without what the server or the export tool added. Undefined means "says nothing": null, an
 * absent property and an empty list are one and the same; an empty text stays, it may be a setting.
 */
export function cleanValue(value: JsonValue, place: Place): JsonValue | undefined {
  if (value === null) return undefined;
  if (isJsonArray(value)) return cleanList(value, place);
  if (isJsonObject(value)) return cleanObject(value, place);
  return value;
}

function cleanList(list: JsonArray, place: Place): JsonArray | undefined {
  const cleaned = list.flatMap((entry) => {
    const value = cleanValue(entry, place);
    return value === undefined ? [] : [value];
  });
  if (cleaned.length === 0) return undefined;
  return isSetField(place.type, place.key, cleaned) ? asSet(cleaned) : cleaned;
}

function cleanObject(object: JsonObject, place: Place): JsonObject {
  const definitionId = object["settingDefinitionId"];
  if (typeof definitionId === "string" && isTenantGenerated(definitionId)) {
    return { settingDefinitionId: definitionId, value: TENANT_GENERATED_VALUE };
  }
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(object)) {
    if (isAnnotation(key) || isVolatileIn(place.key, key)) continue;
    if (key === "@odata.type" && typeof value === "string" && isDeclaredType(value)) continue;
    const cleaned = cleanValue(value, { type: place.type, key });
    if (cleaned !== undefined) kept.push([key, cleaned]);
  }
  // fromEntries defines own properties, so a key named __proto__ stays a key.
  return Object.fromEntries(kept);
}
