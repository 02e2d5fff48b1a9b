import type { DesiredState } from "./desired-state.ts";
import type { ItemFacts } from "./item-facts.ts";
import type { ItemJudgement } from "./item-judgement.ts";
import { judgementOf } from "./judgement.ts";
import { judgeStep } from "./judge-step.ts";
import type { StepJudgement, StepTruth } from "./step-judgement.ts";

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
