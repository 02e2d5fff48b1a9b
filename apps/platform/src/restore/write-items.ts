import type { TruthReason } from "./judgement.ts";
import { normalisedName } from "../normal-form/normalised-name.ts";
import type { DesiredState, StateHashes } from "./desired-state.ts";
import { keyOfItem } from "./match-targets.ts";
import { IdentityLostError } from "./assert-identity.ts";
import type { Journal } from "./journal.ts";
import type { RestoreDesk } from "./restore-desk.ts";
import type { PlannedItem, RestoreStep } from "./restore-plan.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { wantedState } from "./wanted-state.ts";
import type { StepTools } from "./step-tools.ts";
import { writeStep } from "./write-step.ts";

export interface ItemsToWrite {
  readonly items: readonly PlannedItem[];
  readonly stateOf: (hashes: StateHashes) => DesiredState;
  /** Codes of changes that a second administrator was asked to approve, by `keyOfItem`. */
  readonly approvals: ReadonlyMap<string, string>;
}

/** Why items were not attempted, by their numbers; what was attempted is in the journal. */
export type NotAttempted = ReadonlyMap<number, TruthReason>;

interface Writing extends StepTools {
  readonly work: ItemsToWrite;
  readonly ids: Map<number, string>;
  readonly stopped: Set<number>;
  readonly notAttempted: Map<number, TruthReason>;
}

/** Writes the items one after the other; enforcing states come last, when everything else stands. */
export async function writeItems(
  desk: RestoreDesk,
  journal: Journal,
  work: ItemsToWrite,
): Promise<NotAttempted> {
  const writing: Writing = {
    desk,
    journal,
    work,
    budget: createRetryBudget(desk.settings.retriesMax),
    ids: new Map(),
    stopped: new Set(),
    notAttempted: new Map(),
  };
  const items = work.items.filter(({ steps }) => steps.length > 0);
  try {
    for (const [index, item] of items.entries()) {
      await writeItem(
        writing,
        item,
        item.steps.filter((step) => step !== "state"),
      );
      await desk.tracked.progress({
        done: index + 1,
        total: items.length,
        message: "items written",
      });
    }
    for (const item of items.filter(({ steps }) => steps.includes("state"))) {
      await writeItem(writing, item, ["state"]);
    }
  } catch (error) {
    // What was written until then stands in the journal, and the rest is not written any more.
    if (!(error instanceof IdentityLostError)) throw error;
  }
  return writing.notAttempted;
}

async function writeItem(
  writing: Writing,
  item: PlannedItem,
  steps: readonly RestoreStep[],
): Promise<void> {
  const { work, ids, stopped, notAttempted, budget, desk } = writing;
  const { itemNo } = item;
  if (stopped.has(itemNo)) return;
  const hindrance = budget.isUsedUp()
    ? "budget_used_up"
    : item.dependsOn.some((no) => !ids.has(no) || stopped.has(no))
      ? "dependency_not_written"
      : null;
  if (hindrance !== null || item.desired === null) {
    notAttempted.set(itemNo, hindrance ?? "hindered");
    stopped.add(itemNo);
    return;
  }
  const wanted = wantedState(item, work.stateOf(item.desired), ids);
  const before = item.before === null ? null : work.stateOf(item.before);
  for (const step of steps) {
    const targetId = ids.get(itemNo) ?? item.targetId;
    const approvalCode = work.approvals.get(keyOfItem(item)) ?? null;
    const twins = hasTwin(work.items, item);
    const order = { item, step, wanted, before, targetId, approvalCode, twins };
    const end = await writeStep(writing, order);
    if (end.kind === "stopped") {
      stopped.add(itemNo);
      if (budget.isUsedUp()) notAttempted.set(itemNo, "budget_used_up");
      return;
    }
    ids.set(itemNo, end.targetId);
    await desk.parts.faults.reach("restore.after_step", desk.tracked.run.id);
  }
  await desk.parts.faults.reach("restore.after_item", desk.tracked.run.id);
}

function hasTwin(items: readonly PlannedItem[], item: PlannedItem): boolean {
  const name = normalisedName(item.name);
  return items.some(
    (other) =>
      other.itemNo !== item.itemNo &&
      other.type === item.type &&
      normalisedName(other.name) === name,
  );
}
