import type { JsonObject } from "../normal-form/json-value.ts";
import type { DesiredState } from "./desired-state.ts";
import type { TruthReason } from "./judgement.ts";
import type { RestoreAttempt } from "./restore-attempt.ts";
import type { PlannedItem } from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";

/** What the provider showed when it was asked about one item. */
export type ItemLook =
  | { readonly kind: "not_asked" }
  | { readonly kind: "unreachable" }
  | {
      readonly kind: "seen";
      readonly complete: boolean;
      /** Objects that stand now, are no older than the item's first create, and bear its name. */
      readonly candidates: readonly TargetObject[];
      /** The object that the item is about, where its id is known. */
      readonly object: TargetObject | null;
    };

export interface ItemFacts {
  readonly item: PlannedItem;
  readonly attempts: readonly RestoreAttempt[];
  /** As it is to stand in the target, ids mapped; null for an item that was never attempted. */
  readonly wanted: DesiredState | null;
  readonly before: JsonObject | null;
  readonly look: ItemLook;
  /** What has no effect after this time has none: reads are not stale any more. */
  readonly settleMs: number;
  /** Why a live worker did not come to it; `not_reached` where nobody can say. */
  readonly notAttempted: TruthReason;
}
