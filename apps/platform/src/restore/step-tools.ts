import type { TruthReason } from "./judgement.ts";
import type { Journal } from "./journal.ts";
import type { RestoreDesk } from "./restore-desk.ts";
import type { RetryBudget } from "./retry-budget.ts";

export type StepEnd =
  | { readonly kind: "done"; readonly targetId: string }
  | { readonly kind: "stopped"; readonly because: TruthReason };

export interface StepTools {
  readonly desk: RestoreDesk;
  readonly journal: Journal;
  readonly budget: RetryBudget;
}
