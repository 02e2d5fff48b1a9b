import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationRecord } from "../run/reconciliation-record.ts";
import type { ArtifactTruth } from "./artifact-truth.ts";
import { plainDetail } from "./plain-check.ts";
import { asPlainName, asPlainWords } from "./plain-words.ts";

/**
 * The reconciliation on the wire: exactly its keys. Names the related artifact only where that was looked for
 * in the run's own scope just now; the texts of its checks are kept plain.
 */
export function asReconciliationJson(
  run: OperationRun,
  artifact: ArtifactTruth | null,
): ReconciliationRecord | null {
  const record = run.context.reconciliation;
  if (record === undefined) return null;
  const mayName = artifact?.kind === "present" || artifact?.kind === "gone";
  return {
    version: record.version,
    adapter: record.adapter,
    decision: record.decision,
    reason: record.reason,
    trigger: record.trigger,
    attempt: record.attempt,
    previous: { status: record.previous.status, outcome: record.previous.outcome },
    related:
      mayName && record.related !== null
        ? { type: record.related.type, id: record.related.id }
        : null,
    checks: record.checks.map(({ check, passed, detail }) => ({
      check: asPlainWords(check, "technical_check"),
      passed,
      detail: plainDetail(detail),
    })),
    decided_at: record.decided_at,
    decided_by: asPlainName(record.decided_by, ""),
  };
}
