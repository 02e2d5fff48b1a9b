import { asSet } from "./canonical-json.ts";
import { cleanValue } from "./clean-value.ts";
import { isJsonArray, isJsonObject } from "./json-value.ts";
import type { JsonArray, JsonObject, JsonValue } from "./json-value.ts";

/** Top-level properties that say whom a policy reaches; `groupAssignments` is the older spelling. */
export const ASSIGNMENT_FIELDS: ReadonlySet<string> = new Set(["assignments", "groupAssignments"]);

export interface PolicyAssignment {
  /** False where the file does not say: then nothing may be concluded about being unassigned. */
  readonly listed: boolean;
  readonly targets: JsonArray;
}

/** Whom a policy reaches, as a set; ids of the assignments themselves are made by the server. */
export function assignmentOf(json: JsonObject): PolicyAssignment {
  const lists = [...ASSIGNMENT_FIELDS].map((field) => json[field]).filter(isJsonArray);
  const targets = lists.flatMap((list) => list.map(assignmentTarget));
  return { listed: lists.length > 0, targets: asSet(targets) };
}

function assignmentTarget(entry: JsonValue): JsonValue {
  const cleaned = cleanValue(entry, { type: "assignments", key: "assignments" }) ?? null;
  if (!isJsonObject(cleaned)) return cleaned;
  const kept = Object.entries(cleaned).filter(([key, value]) => {
    if (key === "id" || key === "sourceId") return false;
    if (key === "source") return value !== "direct";
    // The type of the entry is declared; the type of its target tells inclusion from exclusion.
    return key !== "@odata.type";
  });
  return Object.fromEntries(kept);
}
