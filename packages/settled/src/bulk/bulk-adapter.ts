import type { ReconciliationAdapter } from "../catalog/reconciliation-adapter.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { BULK_RECORD } from "./bulk-order.ts";
import { type BulkRecord, findBulkRecord } from "./bulk-record.ts";

/** Asks the targets' own events how far an action on many has come. `text` is the statement `find-bulk-record.sql`. */
export function createBulkAdapter(text: string): ReconciliationAdapter<BulkRecord | null> {
  return {
    name: "bulk-record",
    gather: (run, truth) => findBulkRecord(text, truth, run.id),
    decide: decideBulk,
  };
}

/** Pure. Targets without a mark were refused, or not reached: nobody can tell which any more. */
export function decideBulk(
  { id }: OperationRun,
  record: BulkRecord | null,
): ReconciliationDecision {
  const { targets, marked } = record ?? { targets: 0, marked: 0 };
  const detail = `${marked} of ${targets} runs bear the mark of this action in their events.`;
  const checks = [{ check: "targets_bear_the_mark", passed: marked > 0, detail }];
  if (marked === 0) return { decision: "failed", reason: "nothing_produced", checks };
  const claim = {
    checks,
    summary: {
      targets,
      taken: marked,
      ...(marked < targets ? { not_taken: targets - marked } : {}),
    },
    related: { type: BULK_RECORD, id },
    proof: { madeBy: "this_run", inScope: true, complete: true },
  } as const;
  return marked >= targets
    ? { ...claim, decision: "succeeded", reason: "all_taken" }
    : { ...claim, decision: "partially_succeeded", reason: "stopped_part_way" };
}
