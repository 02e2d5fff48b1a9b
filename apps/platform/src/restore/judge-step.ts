import { withState } from "./access-state.ts";
import { type DesiredState, hashesOf } from "./desired-state.ts";
import type { ItemFacts } from "./item-facts.ts";
import type { TruthReason } from "./judgement.ts";
import { isOpen, type RestoreAttempt } from "./restore-attempt.ts";
import type { RestoreStep } from "./restore-plan.ts";
import type { TargetObject } from "./restore-target.ts";
import { standsAsWanted } from "./stands-as-wanted.ts";
import { judgementOf } from "./judgement.ts";
import type { StepJudgement } from "./step-judgement.ts";

/** What became of one step: by the journal, and by what the provider shows of what the journal leaves open. */
export function judgeStep(
  step: RestoreStep,
  facts: ItemFacts,
  wanted: DesiredState,
): StepJudgement {
  const own = facts.attempts.filter((attempt) => attempt.step === step);
  if (own.length === 0) return judgementOf("not_done", facts.notAttempted);
  if (step === "create") return judgeCreate(own, facts, wanted);
  const verified = own.find(({ outcome }) => outcome === "verified");
  if (verified !== undefined)
    return judgementOf("done", "verified", { targetId: verified.responseId });
  if (!own.some(isOpen)) return rejection(own);
  const { look } = facts;
  if (look.kind !== "seen") return judgementOf("unknown", "unreachable");
  if (look.object === null) {
    return settled(own, facts)
      ? judgementOf("conflict", "target_gone")
      : judgementOf("unknown", "settling");
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
  if (ids.size > 1) return judgementOf("conflict", "duplicates", { duplicates: [...ids].sort() });
  if (verified !== undefined)
    return judgementOf("done", "verified", { targetId: verified.responseId });
  if (!own.some(isOpen)) return rejection(own);
  if (look.kind !== "seen") return judgementOf("unknown", "unreachable");
  const [only] = mine;
  if (only !== undefined) {
    const standing = standsAsWanted(item.type, wanted, { current: only.form, before: null });
    const serverDefaults = standing.kind === "as_wanted" ? standing.serverDefaults : [];
    return judgementOf("done", "found_written", { targetId: only.id, serverDefaults });
  }
  const answered = own.flatMap(({ responseId }) => responseId ?? []);
  const changed = look.candidates.find(({ id }) => answered.includes(id));
  if (changed !== undefined)
    return judgementOf("conflict", "target_changed", { targetId: changed.id });
  if (!look.complete) return judgementOf("unknown", "listing_incomplete");
  // The provider said that it made it: that it is not there is believed only when a person has looked.
  if (own.some(({ outcome }) => outcome === "acked")) return judgementOf("unknown", "not_shown");
  return settled(own, facts)
    ? judgementOf("not_done", noEffect(own))
    : judgementOf("unknown", "settling");
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
      ? judgementOf("not_done", noEffect(own), { targetId })
      : judgementOf("unknown", "settling", { targetId });
  const changed = judgementOf("conflict", "target_changed", { targetId });
  const done = judgementOf("done", "found_written", { targetId });
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
      return judgementOf("awaiting", "awaiting_approval", { approvalExpiresAt });
    }
    case "target_changed":
      return judgementOf("conflict", "target_changed");
    case "permission":
    case "licence":
    case "invalid":
    case "listing_incomplete":
      return judgementOf("not_done", last.reason);
    case "throttled":
    case null:
    case undefined:
      return judgementOf("not_done", "no_effect");
  }
}

/** A request that had no effect is told by what stopped it. */
function noEffect(own: readonly RestoreAttempt[]): TruthReason {
  return own.at(-1)?.reason === "throttled" ? "budget_used_up" : "no_effect";
}

function settled(own: readonly RestoreAttempt[], { settleMs }: ItemFacts): boolean {
  return own.filter(isOpen).every(({ ageMs }) => ageMs >= settleMs);
}
