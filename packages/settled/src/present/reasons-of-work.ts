import type { ReasonCopy } from "../catalog/operation-definition.ts";

/** Reasons that rest on what a worker said or did. */
export const REASONS_OF_WORK = {
  finished_by_handler: {
    title: "Finished by its worker",
    meaning: "The worker did its work and recorded itself how it ended.",
    nextStep: "The outcome says whether anything is left to do.",
  },
  handler_reported_failure: {
    title: "Reported by its worker as not fully done",
    meaning:
      "The worker ended in good order and reported that the work, or a part of it, is not done.",
    nextStep: "The outcome says what is left to do.",
  },
  handler_failed: {
    title: "The worker broke off",
    meaning: "The worker stopped on an error, and the truth was looked at. Nothing was produced.",
    nextStep: "It is safe to start it again.",
  },
} as const satisfies Record<string, ReasonCopy>;
