import type { RunId } from "settled";
import { planHash, type PlannedItem, type PlanOptions } from "./restore-plan.ts";

/** A restore: its plan was sealed, and no item of it changes afterwards. */
export interface RestoreRecord {
  readonly environmentId: string;
  readonly restoreId: string;
  readonly runId: RunId;
  readonly snapshotId: string;
  readonly resumesRestoreId: string | null;
  readonly options: PlanOptions;
  readonly planHash: string;
  readonly sealedAt: Date;
  /** When its run judged every item; null if the run ended without having been able to. */
  readonly judgedAt: Date | null;
}

/** Whether the items are still those that were sealed. */
export function sealHolds(record: RestoreRecord, items: readonly PlannedItem[]): boolean {
  const { snapshotId, options } = record;
  return planHash({ snapshotId, options, items }) === record.planHash;
}
