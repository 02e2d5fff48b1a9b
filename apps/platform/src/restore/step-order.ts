import type { DesiredState } from "./desired-state.ts";
import type { PlannedItem, RestoreStep } from "./restore-plan.ts";

/** One step of one item, with everything that it is written from. */
export interface StepOrder {
  readonly item: PlannedItem;
  readonly step: RestoreStep;
  readonly wanted: DesiredState;
  /** What stood before the restore; null for what is created. */
  readonly before: DesiredState | null;
  /** Null for a create. */
  readonly targetId: string | null;
  readonly approvalCode: string | null;
  /** Another item of the plan has the same name, so that one of this name may stand there. */
  readonly twins: boolean;
}
