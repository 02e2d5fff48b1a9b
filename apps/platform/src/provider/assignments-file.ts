import { isJsonArray, isJsonObject, objectsOf } from "../normal-form/json-value.ts";
import type { JsonObject, JsonValue } from "../normal-form/json-value.ts";

/**
 * The assignments in a file that holds nothing else; null where it is no such file. PowerShell writes a list
 * with one entry as that entry, and a list that it wrapped as `{ "value": [] }`.
 */
export function assignmentsInFile(json: JsonValue): readonly JsonObject[] | null {
  if (isJsonObject(json) && isJsonObject(json["target"])) return [json];
  const list = isJsonObject(json) ? json["value"] : json;
  if (!isJsonArray(list)) return null;
  const assignments = objectsOf(list).filter(({ target }) => isJsonObject(target));
  return assignments.length === list.length ? assignments : null;
}
