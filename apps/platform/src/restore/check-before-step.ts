import { normalisedName } from "../normal-form/normalised-name.ts";
import type { TruthReason } from "./judgement.ts";
import { type StepCheck, stoodAsPlanned } from "./matches-step.ts";
import type { RejectionReason } from "./restore-attempt.ts";
import type { StepOrder } from "./step-order.ts";
import type { StepEnd, StepTools } from "./step-tools.ts";

export type Readiness =
  | StepEnd
  | { readonly kind: "go"; readonly preIds: readonly string[] | null };

/** Looks at what is about to be changed: only what the plan was made for is written to. A refusal is journaled. */
export async function checkBeforeStep(tools: StepTools, order: StepOrder): Promise<Readiness> {
  const { item, step, targetId, wanted } = order;
  const { target } = tools.desk;
  const refuse = async (reason: RejectionReason, because: TruthReason): Promise<StepEnd> => {
    const note = { itemNo: item.itemNo, step, preIds: null, outcome: "rejected", reason } as const;
    await tools.journal.open(note);
    return { kind: "stopped", because };
  };
  if (targetId === null) {
    const listing = await target.list(item.type);
    if (!listing.complete) return refuse("listing_incomplete", "listing_incomplete");
    const name = normalisedName(wanted.meta.name ?? "");
    // Planned as missing, so somebody else has made it since.
    const appeared = listing.objects.some((object) => normalisedName(object.name) === name);
    if (appeared && !order.twins) return refuse("target_changed", "target_changed");
    return { kind: "go", preIds: listing.objects.flatMap(({ id }) => id ?? []) };
  }
  const object = await target.read(item.type, targetId);
  if (object === null) return refuse("target_changed", "target_gone");
  const check: StepCheck = { item, step, wanted, before: order.before };
  return stoodAsPlanned(check, object)
    ? { kind: "go", preIds: null }
    : refuse("target_changed", "target_changed");
}
