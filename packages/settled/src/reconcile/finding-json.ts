import type { RunOutcome, RunStatus } from "../run/operation-run.ts";
import type { ReconcileReport } from "./reconcile-options.ts";

/** What was found, for programs; candidates are counted and never named. */
export type FoundJson =
  | {
      readonly kind: "settle";
      readonly adapter: string;
      readonly decision: RunOutcome;
      readonly reason: string;
      readonly trigger: string;
      readonly related: { readonly type: string; readonly id: string } | null;
      readonly candidates: number;
    }
  | { readonly kind: "ask_again"; readonly because: string; readonly after_ms: number }
  | { readonly kind: "left_alone"; readonly because: string }
  | { readonly kind: "stands" | "unknown_operation" | "hand_over" | "redispatch" };

/** One run with what a look at its truth found. */
export interface FindingJson {
  readonly run_id: string;
  readonly workspace_id: string;
  readonly environment_id: string | null;
  readonly operation_type: string;
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly changed: boolean;
  readonly found: FoundJson;
}

export function asFindingJson({ run, found, changed }: ReconcileReport): FindingJson {
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

function foundJson(found: ReconcileReport["found"]): FoundJson {
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
