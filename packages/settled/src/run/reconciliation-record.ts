import { type ArtifactRef, sameArtifact } from "./artifact-ref.ts";
import type { OperationRun, RunOutcome, RunStatus } from "./operation-run.ts";

export const RECONCILIATION_VERSION = 1;

/** What made somebody look at the truth. */
export const RECONCILIATION_TRIGGERS = [
  "handler_returned",
  "job_failed",
  "job_missing",
  "never_started",
  "went_silent",
  "time_limit",
  "late_report",
  "truth_window",
  "operator",
] as const;
export type ReconciliationTrigger = (typeof RECONCILIATION_TRIGGERS)[number];

export interface ReconciliationCheck {
  readonly check: string;
  readonly passed: boolean;
  readonly detail: string;
}

/** `context.reconciliation`: the only reconciliation metadata, exactly one shape. */
export interface ReconciliationRecord {
  readonly version: typeof RECONCILIATION_VERSION;
  readonly adapter: string;
  readonly decision: RunOutcome;
  readonly reason: string;
  readonly trigger: ReconciliationTrigger;
  readonly attempt: number;
  /** What was reported before the first reconciliation; later ones never overwrite it. */
  readonly previous: { readonly status: RunStatus; readonly outcome: RunOutcome | null };
  readonly related: ArtifactRef | null;
  readonly checks: readonly ReconciliationCheck[];
  /** ISO 8601, from the database's clock. */
  readonly decided_at: string;
  readonly decided_by: string;
}

export type UndatedReconciliation = Omit<ReconciliationRecord, "decided_at">;

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
