import type { JsonObject } from "../normal-form/json-value.ts";
import { withState } from "./access-state.ts";
import { type DesiredState, hashesOf } from "./desired-state.ts";
import { type ItemJudgement, judgementOf, type TruthReason } from "./item-judgement.ts";
import { isOpen, type RestoreAttempt } from "./restore-attempt.ts";
import type { PlannedItem, RestoreStep } from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";
import { standsAsWanted } from "./stands-as-wanted.ts";

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

/** Pure and total: what became of one item of a plan. */
export function judgeItem(facts: ItemFacts): ItemJudgement {
  const { item, attempts } = facts;
  const notAttempted = item.hindered ? "hindered" : facts.notAttempted;
  if (attempts.length === 0 || facts.wanted === null) {
    return judgementOf("not_applied", notAttempted, { targetId: item.targetId });
  }
  const steps = item.steps.map((step) => judgeStep(step, facts, facts.wanted as DesiredState));
  const doubles = steps.find((step) => step.duplicates.length > 0);
  if (doubles !== undefined) {
    return judgementOf("conflict", "duplicates", { duplicates: doubles.duplicates });
  }
  const targetId = steps.find((step) => step.targetId !== null)?.targetId ?? item.targetId;
  const serverDefaults = steps.flatMap((step) => step.serverDefaults);
  const of = (kind: StepTruth): StepJudgement | undefined =>
    steps.find(({ truth }) => truth === kind);
  const conflict = of("conflict");
  if (conflict !== undefined) return judgementOf("conflict", conflict.reason, { targetId });
  const unknown = of("unknown");
  if (unknown !== undefined) return judgementOf("unknown", unknown.reason, { targetId });
  const awaiting = of("awaiting");
  if (awaiting !== undefined) {
    const { approvalExpiresAt } = awaiting;
    return judgementOf("awaiting_external", awaiting.reason, { targetId, approvalExpiresAt });
  }
  const missing = of("not_done");
  if (missing === undefined) {
    const reason = steps.every((step) => step.reason === "verified") ? "verified" : "found_written";
    return judgementOf("applied", reason, { targetId, serverDefaults });
  }
  if (of("done") === undefined) return judgementOf("not_applied", missing.reason, { targetId });
  const reason = missing.reason === "not_reached" ? "steps_left" : missing.reason;
  return judgementOf("partly_applied", reason, { targetId, serverDefaults });
}

type StepTruth = "done" | "not_done" | "conflict" | "unknown" | "awaiting";

interface StepJudgement {
  readonly truth: StepTruth;
  readonly reason: TruthReason;
  readonly targetId: string | null;
  readonly duplicates: readonly string[];
  readonly serverDefaults: readonly string[];
  readonly approvalExpiresAt: Date | null;
}

function judgeStep(step: RestoreStep, facts: ItemFacts, wanted: DesiredState): StepJudgement {
  const own = facts.attempts.filter((attempt) => attempt.step === step);
  if (own.length === 0) return stepOf("not_done", facts.notAttempted);
  if (step === "create") return judgeCreate(own, facts, wanted);
  const verified = own.find(({ outcome }) => outcome === "verified");
  if (verified !== undefined) return stepOf("done", "verified", { targetId: verified.responseId });
  if (!own.some(isOpen)) return rejection(own);
  const { look } = facts;
  if (look.kind !== "seen") return stepOf("unknown", "unreachable");
  if (look.object === null) {
    return settled(own, facts) ? stepOf("conflict", "target_gone") : stepOf("unknown", "settling");
  }
  return judgeChange(step, { own, facts, wanted, object: look.object });
}

function judgeCreate(
  own: readonly RestoreAttempt[],
  facts: ItemFacts,
  wanted: DesiredState,
): StepJudgement {
  const { look, item } = facts;
  const verified = own.find(({ outcome }) => outcome === "verified");
  const mine =
    look.kind === "seen" ? look.candidates.filter((one) => isMine(one, facts, wanted)) : [];
  const adopted = verified?.responseId == null ? [] : [verified.responseId];
  const ids = new Set([...adopted, ...mine.map(({ id }) => id)]);
  if (ids.size > 1) return stepOf("conflict", "duplicates", { duplicates: [...ids].sort() });
  if (verified !== undefined) return stepOf("done", "verified", { targetId: verified.responseId });
  if (!own.some(isOpen)) return rejection(own);
  if (look.kind !== "seen") return stepOf("unknown", "unreachable");
  const [only] = mine;
  if (only !== undefined) {
    const standing = standsAsWanted(item.type, wanted, { current: only.form, before: null });
    const serverDefaults = standing.kind === "as_wanted" ? standing.serverDefaults : [];
    return stepOf("done", "found_written", { targetId: only.id, serverDefaults });
  }
  const answered = own.flatMap(({ responseId }) => responseId ?? []);
  const changed = look.candidates.find(({ id }) => answered.includes(id));
  if (changed !== undefined) return stepOf("conflict", "target_changed", { targetId: changed.id });
  if (!look.complete) return stepOf("unknown", "listing_incomplete");
  // The provider said that it made it: that it is not there is believed only when a person has looked.
  if (own.some(({ outcome }) => outcome === "acked")) return stepOf("unknown", "not_shown");
  return settled(own, facts) ? stepOf("not_done", noEffect(own)) : stepOf("unknown", "settling");
}

/** A created object is recognised by its name and content, with the state of its last step set or not yet. */
function isMine(object: TargetObject, { item }: ItemFacts, wanted: DesiredState): boolean {
  const stages = [wanted.content];
  if (item.finalState !== null) stages.push(withState(wanted.content, item.finalState));
  return stages.some((content) => {
    const body = { content, meta: wanted.meta };
    const seen = { current: object.form, before: null };
    return standsAsWanted(item.type, body, seen).kind === "as_wanted";
  });
}

function judgeChange(
  step: Exclude<RestoreStep, "create">,
  known: {
    readonly own: readonly RestoreAttempt[];
    readonly facts: ItemFacts;
    readonly wanted: DesiredState;
    readonly object: TargetObject;
  },
): StepJudgement {
  const { own, facts, wanted, object } = known;
  const { item, before } = facts;
  const { form, id: targetId } = object;
  const notYet = (): StepJudgement =>
    settled(own, facts)
      ? stepOf("not_done", noEffect(own), { targetId })
      : stepOf("unknown", "settling", { targetId });
  const changed = stepOf("conflict", "target_changed", { targetId });
  const done = stepOf("done", "found_written", { targetId });
  switch (step) {
    case "update": {
      const seen = { current: form, before };
      const stages = item.finalState === null ? [] : [withState(wanted.content, item.finalState)];
      for (const content of [wanted.content, ...stages]) {
        const standing = standsAsWanted(item.type, { content, meta: wanted.meta }, seen);
        if (standing.kind === "as_wanted")
          return { ...done, serverDefaults: standing.serverDefaults };
      }
      const untouched =
        form.contentHash === item.before?.content && form.metaHash === item.before.meta;
      return untouched ? notYet() : changed;
    }
    case "assign": {
      if (form.assignmentHash === hashesOf(wanted).assignment) return done;
      const stood = item.before?.assignment ?? null;
      const untouched =
        stood === null ? form.assignment.targets.length === 0 : form.assignmentHash === stood;
      return untouched ? notYet() : changed;
    }
    case "state":
      if (form.content["state"] === item.finalState) return done;
      return form.content["state"] === wanted.content["state"] ? notYet() : changed;
  }
}

function rejection(own: readonly RestoreAttempt[]): StepJudgement {
  const last = own.at(-1);
  switch (last?.reason) {
    case "awaiting_approval": {
      const { approvalExpiresAt } = last;
      return stepOf("awaiting", "awaiting_approval", { approvalExpiresAt });
    }
    case "target_changed":
      return stepOf("conflict", "target_changed");
    case "permission":
    case "licence":
    case "invalid":
    case "listing_incomplete":
      return stepOf("not_done", last.reason);
    case "throttled":
    case null:
    case undefined:
      return stepOf("not_done", "no_effect");
  }
}

/** A request that had no effect is told by what stopped it. */
function noEffect(own: readonly RestoreAttempt[]): TruthReason {
  return own.at(-1)?.reason === "throttled" ? "budget_used_up" : "no_effect";
}

function settled(own: readonly RestoreAttempt[], { settleMs }: ItemFacts): boolean {
  return own.filter(isOpen).every(({ ageMs }) => ageMs >= settleMs);
}

function stepOf(
  truth: StepTruth,
  reason: TruthReason,
  more: Partial<Omit<StepJudgement, "truth" | "reason">> = {},
): StepJudgement {
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
