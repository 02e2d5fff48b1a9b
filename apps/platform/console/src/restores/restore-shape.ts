import type { z } from "zod";
import type {
  ATTEMPT_JSON,
  PLAN_JSON,
  RESTORE_JSON,
  RESTORE_LINE_JSON,
} from "../../../src/server/api/restore-schemas.ts";
import type {
  SNAPSHOT_ITEM_JSON,
  SNAPSHOT_LINE_JSON,
} from "../../../src/server/api/snapshot-json.ts";

export type RestoreLine = z.output<typeof RESTORE_LINE_JSON>;
export type ShownRestore = z.output<typeof RESTORE_JSON>;
export type RestoreItem = ShownRestore["items"][number];
export type RestoreAttempt = z.output<typeof ATTEMPT_JSON>;
export type ShownPlan = z.output<typeof PLAN_JSON>;
export type PlanItem = ShownPlan["items"][number];
export type SnapshotLine = z.output<typeof SNAPSHOT_LINE_JSON>;
export type SnapshotItem = z.output<typeof SNAPSHOT_ITEM_JSON>;

/** What of a snapshot is restored: everything, or items by type and key. */
export interface RestoreChoice {
  readonly snapshot: string;
  readonly items: readonly { readonly type: string; readonly item_key: string }[] | null;
  readonly accessState: AccessState;
}

export const ACCESS_STATES = ["disabled", "report_only", "as_in_snapshot"] as const;
export type AccessState = (typeof ACCESS_STATES)[number];
