import type { RunId } from "settled";

export type ReviewStatus = "draft" | "current" | "superseded" | "withdrawn" | "invalid";

/** One review as a row: its place in the lineage, and the hash of its document. */
export interface EnvironmentReview {
  readonly reviewId: string;
  readonly environmentId: string;
  readonly composedByRunId: RunId | null;
  readonly fingerprint: string | null;
  readonly lineageKey: string;
  readonly sequence: number;
  readonly supersedesId: string | null;
  readonly documentHash: string;
  /** The share of items that could be read whole, 0 to 1. */
  readonly completeness: number;
  readonly status: ReviewStatus;
  readonly snapshotId: string;
  readonly periodKey: string;
  /** Null where nothing was expected. */
  readonly baselineId: string | null;
  readonly baselineVersion: number | null;
  readonly asOf: Date;
  readonly createdAt: Date;
}
