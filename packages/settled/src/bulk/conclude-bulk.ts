import type { RunResult } from "../catalog/tracked-run.ts";
import type { RunId } from "../run/scope.ts";
import { BULK_RECORD } from "./bulk-order.ts";
import { countVerdicts, type TargetVerdict } from "./target-verdict.ts";

/** Pure: how a run of an action on many ends, by what became of each of its targets. */
export function concludeBulk(runId: RunId, verdicts: readonly TargetVerdict[]): RunResult {
  const counts = countVerdicts(verdicts);
  const summary = { targets: verdicts.length, ...Object.fromEntries(counts) };
  const reached = (counts.get("taken") ?? 0) + (counts.get("unchanged") ?? 0);
  if (reached === 0) return { outcome: "failed", reason: "none_taken", summary };
  const related = { type: BULK_RECORD, id: runId };
  if (reached === verdicts.length) {
    return { outcome: "succeeded", reason: "all_taken", related, summary };
  }
  const reason = counts.has("not_reached") ? "stopped_part_way" : "some_refused";
  return { outcome: "partially_succeeded", reason, related, summary };
}
