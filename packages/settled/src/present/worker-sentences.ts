import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { OperationRun, RunOutcome } from "../run/operation-run.ts";
import { fittingCopyOf, ownCopyOf } from "./reason-catalogue.ts";

const REPORTED: Readonly<Record<Exclude<RunOutcome, "cancelled">, string>> = {
  succeeded: "The worker did the work and reported that it succeeded.",
  partially_succeeded: "The worker reported that a part was done and the rest was not.",
  blocked:
    "The worker reported that something outside must be granted or decided before it can go on.",
  attention_required: "The worker reported that a person must look at the result.",
  failed: "The worker reported that it could not do the work. Nothing was produced.",
};

/** How a run ended that nobody had to reconcile: on its worker's word, or by a cancellation. */
export function workerSentences(
  run: OperationRun,
  outcome: RunOutcome,
  operation: OperationDefinition | null,
): readonly string[] {
  const reason = run.context.reason ?? null;
  const reported = outcome === "cancelled" ? cancelledWords(run) : REPORTED[outcome];
  const own = ownCopyOf(operation, reason);
  if (own !== null) return [reported, own.meaning];
  return [fittingCopyOf(null, reason, outcome)?.meaning ?? reported];
}

function cancelledWords(run: OperationRun): string {
  return run.startedAt === null && run.attempt === 0
    ? "It was cancelled before it started. Nothing was produced."
    : "It was cancelled after it had started.";
}
