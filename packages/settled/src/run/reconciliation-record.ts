import type { ArtifactRef } from "./artifact-ref.ts";
import type { RunOutcome, RunStatus } from "./run-position.ts";

export const RECONCILIATION_VERSION = 1;

/** The adapter of a record that a person decided. */
export const OPERATOR = "operator";

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
