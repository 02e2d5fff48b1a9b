import { asPlainWords } from "../present/plain-words.ts";
import type { StartRefusal } from "../start/read-start-input.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";
import type { ProblemCode } from "./problem-copy.ts";

/** The words by which the library refuses an action, and the problem that says each. */
const PROBLEM_OF_ACTION = {
  unknown_run: "not_found",
  stale: "stale_version",
  already_completed: "already_completed",
  final: "final",
  owner_may_live: "owner_may_live",
  artifact_not_found: "artifact_not_found",
  not_settled: "not_settled",
  operation_not_known: "operation_not_known",
  input_outdated: "input_outdated",
  busy: "busy",
} as const satisfies Readonly<Record<string, ProblemCode>>;

export type ActionRefusal = keyof typeof PROBLEM_OF_ACTION;

export function problemOfActionRefusal(because: ActionRefusal): Problem {
  if (because === "unknown_run") return problemOf("not_found");
  return problemOf(PROBLEM_OF_ACTION[because], { members: { reason: because } });
}

export function problemOfStartRefusal(refusal: StartRefusal): Problem {
  switch (refusal.because) {
    case "unknown_operation":
      return unknownOperation(refusal.known);
    case "renamed_operation":
      return renamedOperation(refusal.canonical);
    case "environment_required":
      return problemOf("invalid_input", {
        errors: [
          {
            pointer: "/environment_id",
            detail: "This operation is about one environment: name it here.",
          },
        ],
      });
    case "input_too_large":
      return problemOf("input_too_large");
    case "invalid_input":
      return problemOf("invalid_input", {
        errors: refusal.faults.map(({ pointer, detail }): ProblemFault => ({
          pointer: `/input${pointer}`,
          detail: asPlainWords(detail, "This value is not accepted."),
        })),
      });
  }
}

export function unknownOperation(known: readonly string[]): Problem {
  return problemOf("unknown_operation", { members: { operation_types: known } });
}

export function renamedOperation(canonical: string): Problem {
  return problemOf("renamed_operation", { members: { canonical_type: canonical } });
}
