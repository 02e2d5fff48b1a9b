import type { JsonObject } from "./json-value.ts";
import type { RunId } from "./scope.ts";

/** Which run of an action on many runs did something, and to which run. */
export interface BulkPart {
  readonly bulkRunId: RunId;
  readonly targetId: RunId;
}

/** As the event of the action keeps it, in the statement that takes the action: so it is never taken twice. */
export function bulkPartDetail(part: BulkPart | undefined): JsonObject {
  if (part === undefined) return {};
  return { bulk_run_id: part.bulkRunId, bulk_target_id: part.targetId };
}
