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

/** What became of an item of a plan, or of one of its steps. */
export interface Judgement<Truth extends string> {
  readonly truth: Truth;
  readonly reason: TruthReason;
  /** The object that stands for the item, once it is certain. */
  readonly targetId: string | null;
  /** Every object that could be the item, where there are several. */
  readonly duplicates: readonly string[];
  readonly serverDefaults: readonly string[];
  readonly approvalExpiresAt: Date | null;
}

export function judgementOf<Truth extends string>(
  truth: Truth,
  reason: TruthReason,
  more: Partial<Omit<Judgement<Truth>, "truth" | "reason">> = {},
): Judgement<Truth> {
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
