import type { JsonObject, JsonValue } from "../run/json-value.ts";
import { isRunId } from "../run/scope.ts";

/** What every reader may see of an event's detail; anything else needs the capability. */
const OPEN_DETAILS: readonly string[] = [
  "adapter",
  "attempt",
  "because",
  "bulk_run_id",
  "bulk_target_id",
  "decision",
  "outcome",
  "queue",
  "reason",
  "status",
  "trigger",
];
const CODE = /^[a-z][a-z0-9_.-]{0,63}$/;

/** Codes, numbers and the ids of runs are open; a sentence under an open key may hold anything and is not. */
export function openDetail(detail: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(detail).filter(([key, value]) => OPEN_DETAILS.includes(key) && isCode(value)),
  );
}

function isCode(value: JsonValue): boolean {
  return (
    typeof value === "number" || (typeof value === "string" && CODE.test(value)) || isRunId(value)
  );
}
