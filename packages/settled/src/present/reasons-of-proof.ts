import type { ReasonCopy } from "../catalog/operation-definition.ts";

/** Reasons that rest on the artifact: what was found, and how well it proves the outcome. */
export const REASONS_OF_PROOF = {
  artifact_complete: {
    title: "The result is there and complete",
    meaning: "The result of this run was found where it belongs, and its content was checked.",
    nextStep: "Open the result; nothing else is needed.",
  },
  unproven: {
    title: "Success was claimed without proof",
    meaning:
      "The run was said to have succeeded, but no complete result of its own could be shown for it.",
    nextStep: "A person should look for the result and settle the run by hand.",
  },
  incomplete_artifact: {
    title: "The result is not complete",
    meaning: "A result was found, but parts of it are missing or do not match.",
    nextStep:
      "A person should look at the result before anyone uses it or starts the work once more.",
  },
  ambiguous: {
    title: "More than one possible result",
    meaning: "Several results could belong to this run, and none of them was chosen.",
    nextStep: "A person should compare the candidates and settle the run with the right one.",
  },
  out_of_scope: {
    title: "The answer lay outside this run's scope",
    meaning:
      "The result that was named does not belong to the workspace and environment of this run, so it was not believed.",
    nextStep:
      "A person should look for the result in the run's own environment and have the setup of the operation checked.",
  },
} as const satisfies Record<string, ReasonCopy>;
