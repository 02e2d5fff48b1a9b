import { type ArtifactRef, sameArtifact } from "./artifact-ref.ts";
import type { OperationRun } from "./operation-run.ts";
import {
  RECONCILIATION_VERSION,
  type ReconciliationCheck,
  type ReconciliationTrigger,
  type UndatedReconciliation,
} from "./reconciliation-record.ts";
import type { RunOutcome } from "./run-position.ts";

/** What somebody concluded about a run, before it is the record of that run. */
export interface Conclusion {
  readonly adapter: string;
  readonly decision: RunOutcome;
  readonly reason: string;
  readonly trigger: ReconciliationTrigger;
  readonly related: ArtifactRef | null;
  readonly checks: readonly ReconciliationCheck[];
  readonly decidedBy: string;
}

/** The record to store for a conclusion about this run; the store adds `decided_at` from its clock. */
export function asReconciliation(run: OperationRun, conclusion: Conclusion): UndatedReconciliation {
  return {
    version: RECONCILIATION_VERSION,
    adapter: conclusion.adapter,
    decision: conclusion.decision,
    reason: conclusion.reason,
    trigger: conclusion.trigger,
    attempt: run.attempt,
    previous: run.context.reconciliation?.previous ?? { status: run.status, outcome: run.outcome },
    related: conclusion.related,
    checks: conclusion.checks.map(({ check, passed, detail }) => ({ check, passed, detail })),
    decided_by: conclusion.decidedBy,
  };
}

/** True when a completed run already says what the record says: applying it again must change nothing. */
export function alreadyDecided(run: OperationRun, record: UndatedReconciliation): boolean {
  const stored = run.context.reconciliation;
  return (
    run.outcome === record.decision &&
    stored !== undefined &&
    stored.adapter === record.adapter &&
    stored.decision === record.decision &&
    stored.reason === record.reason &&
    stored.attempt === record.attempt &&
    sameArtifact(stored.related, record.related)
  );
}
