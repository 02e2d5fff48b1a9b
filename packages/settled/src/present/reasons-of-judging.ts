import type { ReasonCopy } from "../catalog/operation-definition.ts";

/** Reasons why the truth could not be established: a person should look, and the text says at what. */
export const REASONS_OF_JUDGING = {
  no_adapter: {
    title: "The result cannot be looked up",
    meaning:
      "This operation has no way to look up what it produced, so its outcome cannot be established here.",
    nextStep: "A person should look for the result and settle the run by hand.",
  },
  adapter_failed: {
    title: "The look at the truth failed",
    meaning: "The check of what this run produced broke off each time it was tried.",
    nextStep:
      "Check again. If that fails too, a person should look for the result and settle the run by hand.",
  },
  adapter_timed_out: {
    title: "The look at the truth took too long",
    meaning: "The check of what this run produced did not end within its time limit.",
    nextStep:
      "Check again later. If that takes too long as well, a person should look for the result and settle the run by hand.",
  },
  adapter_invalid: {
    title: "The look at the truth gave no usable answer",
    meaning: "The check of what this run produced ended with an answer that cannot be relied on.",
    nextStep:
      "A person should look for the result and settle the run by hand, and have the check of this operation corrected.",
  },
  undecided_too_long: {
    title: "Still undecided at the deadline",
    meaning:
      "The truth was looked at until the deadline and could not be told for certain in that time.",
    nextStep:
      "Check again. If it stays undecided, a person should look for the result and settle the run by hand.",
  },
} as const satisfies Record<string, ReasonCopy>;
