import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { RunOutcome, RunStatus } from "../run/operation-run.ts";
import type { RunId } from "../run/scope.ts";

export const BULK_OPERATION = "operation_runs.bulk.apply";
export const BULK_RECORD = "bulk_record";
export const BULK_TARGETS_MAX = 1_000;

export const BULK_ACTIONS = ["cancel", "rerun", "reconcile", "resolve"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What is to be done to many runs, and why. */
export type BulkOrder =
  | { readonly action: Exclude<BulkAction, "resolve">; readonly because: string }
  | {
      readonly action: "resolve";
      readonly because: string;
      readonly outcome: RunOutcome;
      readonly related: ArtifactRef | null;
    };

/** A run as it stood when it was decided that something is to be done to it. */
export interface BulkTarget {
  readonly id: RunId;
  readonly version: number;
  readonly status: RunStatus;
  readonly attempt: number;
}
