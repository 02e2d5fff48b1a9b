import type { JsonObject } from "../run/json-value.ts";
import type { ReconcileReport } from "./reconcile-options.ts";

/** What a look at the truth found, for programs; candidates are counted and never named. */
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
