import { ASSIGNMENT_FIELDS } from "./assignment-of.ts";
import { isCatalogType } from "./catalog-type.ts";
import { cleanValue } from "./clean-value.ts";
import { isDeclaredType } from "./declared-odata-type.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { metaFields } from "./meta-of.ts";
import type { PolicySource } from "./meta-of.ts";
import { isAnnotation, isVolatileAtTop } from "./volatile-field.ts";

/**
 * What a policy sets, and nothing else: no ids, dates, links, names or assignments. Two exports of one
 * policy have equal content whatever tool, encoding or metadata level wrote them.
 */
export function contentOf(source: PolicySource): JsonObject {
  const meta = metaFields(source);
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(source.json)) {
    if (isAnnotation(key) || isVolatileAtTop(key)) continue;
    if (meta.has(key) || ASSIGNMENT_FIELDS.has(key)) continue;
    // Elsewhere the type says which policy this is, and a create without it is refused.
    if (key === "@odata.type" && (isCatalogType(source.type) || isDeclared(value))) continue;
    const cleaned = cleanValue(value, { type: source.type, key });
    if (cleaned !== undefined) kept.push([key, cleaned]);
  }
  return Object.fromEntries(kept);
}

/** In a collection of one type the type says nothing that the collection does not. */
function isDeclared(odataType: JsonValue): boolean {
  return typeof odataType === "string" && isDeclaredType(odataType);
}
