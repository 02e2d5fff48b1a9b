import type { PlannedItem } from "./restore-plan.ts";

export type ItemTruth =
  | "applied"
  | "not_applied"
  | "partly_applied"
  | "conflict"
  | "unknown"
  | "awaiting_external";

/** Why the truth is what it is. */
export type TruthReason =
  | "verified"
  | "found_written"
  | "hindered"
  | "not_reached"
  | "dependency_not_written"
  | "budget_used_up"
  | "permission"
  | "licence"
  | "invalid"
  | "awaiting_approval"
  | "no_effect"
  | "duplicates"
  | "target_changed"
  | "target_gone"
  | "settling"
  | "not_shown"
  | "unreachable"
  | "listing_incomplete"
  | "steps_left";

export interface ItemJudgement {
  readonly truth: ItemTruth;
  readonly reason: TruthReason;
  /** The object that stands for the item, once it is certain. */
  readonly targetId: string | null;
  /** Of duplicates: every object that could be the item. */
  readonly duplicates: readonly string[];
  readonly serverDefaults: readonly string[];
  readonly approvalExpiresAt: Date | null;
}

export interface JudgedItem {
  readonly item: PlannedItem;
  readonly judgement: ItemJudgement;
}

export function judgementOf(
  truth: ItemTruth,
  reason: TruthReason,
  more: Partial<Omit<ItemJudgement, "truth" | "reason">> = {},
): ItemJudgement {
  return {
    truth,
    reason,
    targetId: null,
    duplicates: [],
    serverDefaults: [],
    approvalExpiresAt: null,
    ...more,
  };
}
