import type { Judgement } from "./judgement.ts";
import type { PlannedItem } from "./restore-plan.ts";

export type ItemTruth =
  | "applied"
  | "not_applied"
  | "partly_applied"
  | "conflict"
  | "unknown"
  | "awaiting_external";

export type ItemJudgement = Judgement<ItemTruth>;

export interface JudgedItem {
  readonly item: PlannedItem;
  readonly judgement: ItemJudgement;
}
