import type { ActionRefusal } from "../present/action-refusals.ts";
import { asPlainWords } from "../present/plain-words.ts";
import type { StartRefusal } from "../start/read-start-input.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";

/** An action that the library refused; a run that is gone meanwhile reads as one that never was. */
export function problemOfActionRefusal(because: ActionRefusal | "unknown_run"): Problem {
  if (because === "unknown_run") return problemOf("not_found");
  const code = because === "stale" ? "stale_version" : because;
  return problemOf(code, { members: { reason: because } });
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
