import { OPERATOR } from "./reconciliation-record.ts";
import type { RunEvent } from "./run-event.ts";

/** What people, programs and the sweeper do to runs, as an audit names it. What a worker reports is no action. */
export const RUN_ACTIONS = [
  "run.start",
  "run.cancel",
  "run.reconcile",
  "run.resolve",
  "run.redispatch",
] as const;
export type RunAction = (typeof RUN_ACTIONS)[number];

/** The type of an audit's target that is a run. */
export const RUN_TARGET = "operation_run";

/** The action that an event tells of; null if it tells of none. The store asks `action_of`, which says the same. */
export function runActionOf({ kind, detail }: Pick<RunEvent, "kind" | "detail">): RunAction | null {
  switch (kind) {
    case "created":
      return "run.start";
    case "cancel_requested":
    case "cancelled":
      return "run.cancel";
    case "reconciled":
      return detail["adapter"] === OPERATOR ? "run.resolve" : "run.reconcile";
    case "redispatched":
      return "run.redispatch";
    case "dispatched":
    case "begun":
    case "attempt_ended":
    case "went_silent":
    case "finished":
    case "late_report":
    case "delivery_ignored":
      return null;
  }
}
