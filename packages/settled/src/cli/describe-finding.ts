import type { ReconcileReport } from "../reconcile/reconcile-options.ts";
import { OUTCOME_LABELS } from "../present/position-label.ts";
import { durationWords } from "../present/duration-words.ts";
import type { JsonObject } from "../run/json-value.ts";

/** What a look at the truth found, as one sentence; `dryRun` says what would be done in place of what was. */
export function describeFinding({ found, changed }: ReconcileReport, dryRun: boolean): string {
  const done = (was: string, would: string) =>
    dryRun
      ? `Would be ${would}.`
      : changed
        ? `Was ${was}.`
        : "Was changed by somebody else meanwhile.";
  switch (found.kind) {
    case "settle": {
      const { decision, reason } = found.conclusion;
      const words = `settled as ${OUTCOME_LABELS[decision].label.toLowerCase()} (${reason})`;
      return done(words, words);
    }
    case "ask_again":
      return `Not known yet (${found.because}): to be asked again within ${atMost(found.afterMs)}.`;
    case "stands":
      return "Stands as it is: nothing new was found.";
    case "left_alone":
      return `Left alone: ${found.because.replaceAll("_", " ")}.`;
    case "unknown_operation":
      return "Not judged: the configuration does not know this operation.";
    case "hand_over":
      return done("handed over to the queue", "handed over to the queue");
    case "redispatch":
      return done("handed over once more", "handed over once more");
  }
}

/** The same for programs; candidates are counted and never named. */
export function asFindingJson({ run, found, changed }: ReconcileReport): JsonObject {
  return {
    run_id: run.id,
    workspace_id: run.workspaceId,
    environment_id: run.environmentId,
    operation_type: run.operationType,
    status: run.status,
    outcome: run.outcome,
    changed,
    found: foundJson(found),
  };
}

function foundJson(found: ReconcileReport["found"]): JsonObject {
  switch (found.kind) {
    case "settle": {
      const { adapter, decision, reason, trigger, related } = found.conclusion;
      const proof = related === null ? null : { type: related.type, id: related.id };
      const candidates = found.candidates.length;
      return { kind: "settle", adapter, decision, reason, trigger, related: proof, candidates };
    }
    case "ask_again":
      return { kind: "ask_again", because: found.because, after_ms: found.afterMs };
    case "left_alone":
      return { kind: "left_alone", because: found.because };
    case "stands":
    case "unknown_operation":
    case "hand_over":
    case "redispatch":
      return { kind: found.kind };
  }
}

function atMost(ms: number): string {
  return ms < 60_000 ? "a minute" : durationWords(ms);
}
