import type { RunId } from "settled";
import type { ItemState } from "../normal-form/item-key.ts";

/** One object of an environment as it stood when the snapshot was captured. */
export interface SnapshotItem {
  readonly type: string;
  readonly itemKey: string;
  readonly state: ItemState;
  readonly providerId: string | null;
  readonly displayName: string;
  readonly file: string;
  readonly rawHash: string | null;
  readonly contentHash: string | null;
  readonly assignmentHash: string | null;
  readonly metaHash: string | null;
  readonly declaredSettings: number | null;
  readonly actualSettings: number | null;
  /** What is odd about it, as short codes. */
  readonly remarks: readonly string[];
}

export type CoverageStatus =
  | "complete"
  | "partial"
  | "failed"
  | "unlicensed"
  | "unsupported"
  | "excluded";

/** What of one type was collected. Only `complete` allows a statement of absence. */
export interface CoverageRecord {
  readonly type: string;
  readonly status: CoverageStatus;
  readonly items: number;
  readonly reason: string;
}

export interface IgnoredFile {
  readonly file: string;
  readonly reason: string;
}

export interface SnapshotCounts {
  readonly items: number;
  readonly ok: number;
  readonly unreadable: number;
  readonly incomplete: number;
  readonly ambiguous: number;
  readonly ignored: number;
}

export interface SnapshotContent {
  readonly items: readonly SnapshotItem[];
  readonly coverage: readonly CoverageRecord[];
}

/** Immutable once sealed. */
export interface EnvironmentSnapshot {
  readonly snapshotId: string;
  readonly capturedByRunId: RunId;
  readonly state: "building" | "sealed" | "failed";
  readonly snapshotHash: string;
  readonly normaliserVersion: string;
  readonly counts: SnapshotCounts;
  readonly sealedAt: Date;
}
