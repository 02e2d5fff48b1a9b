import { isJsonArray, isJsonObject } from "../normal-form/json-value.ts";
import type { JsonObject, JsonValue } from "../normal-form/json-value.ts";
import type { MigrationObject, MigrationTable } from "./export-reading.ts";

/** The table in a `MigrationTable.json`; null where the object is none. */
export function migrationTableOf(json: JsonObject, file: string): MigrationTable | null {
  const rows = json["Objects"] ?? [];
  const tenantId = text(json["TenantId"]);
  const organization = text(json["Organization"]);
  // A table with one row is written as that row, not as a list.
  const list = isJsonObject(rows) ? [rows] : rows;
  if (!isJsonArray(list) || (tenantId === null && organization === null && list.length === 0)) {
    return null;
  }
  const objects = list.map(migrationObject).filter((row) => row !== null);
  const unusableObjects = list.length - objects.length;
  return { file, tenantId, organization, objects, unusableObjects };
}

function migrationObject(row: JsonValue): MigrationObject | null {
  if (!isJsonObject(row)) return null;
  const id = text(row["Id"]);
  const type = text(row["Type"]);
  if (id === null || type === null) return null;
  return { id, displayName: text(row["DisplayName"]), type };
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
