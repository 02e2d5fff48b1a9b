import type { RestoreAttempt, RestoreItem } from "./restore-shape.ts";

/** How far the requests for an item have come, as the journal says it while the restore runs. */
export type LiveStep =
  | "waiting"
  | "not_attempted"
  | "as_wanted"
  | "sending"
  | "part"
  | "written"
  | "refused"
  | "silent";

export interface LiveItem {
  readonly step: LiveStep;
  /** Steps of the item that were read back as wanted. */
  readonly done: number;
  readonly of: number;
}

/** Pure: the newest request of each step decides; of an item with none, its plan does. */
export function liveItemOf(
  item: Pick<RestoreItem, "no" | "action" | "steps">,
  attempts: readonly RestoreAttempt[],
): LiveItem {
  const newest = new Map<string, RestoreAttempt>();
  for (const attempt of attempts) {
    if (attempt.item_no === item.no) newest.set(attempt.step, attempt);
  }
  const outcomes = [...newest.values()].map(({ outcome }) => outcome);
  const done = outcomes.filter((outcome) => outcome === "verified").length;
  return { step: stepOf(item, outcomes, done), done, of: item.steps.length };
}

function stepOf(
  { action, steps }: Pick<RestoreItem, "action" | "steps">,
  outcomes: readonly RestoreAttempt["outcome"][],
  done: number,
): LiveStep {
  if (action === "skip") return "as_wanted";
  if (steps.length === 0) return "not_attempted";
  if (outcomes.includes("rejected")) return "refused";
  if (outcomes.includes("unknown")) return "silent";
  if (outcomes.includes("sent") || outcomes.includes("acked")) return "sending";
  if (done === 0) return "waiting";
  return done < steps.length ? "part" : "written";
}
