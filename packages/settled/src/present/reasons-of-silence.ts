import type { ReasonCopy } from "../catalog/operation-definition.ts";

/** Reasons of runs from which nothing came. "Never started" and "went silent" are different things. */
export const REASONS_OF_SILENCE = {
  never_started: {
    title: "Never started",
    meaning: "No worker began this run before its time to start had passed. Nothing was produced.",
    nextStep: "It is safe to start it again.",
  },
  could_not_dispatch: {
    title: "Could not be handed over to the queue",
    meaning: "The run was recorded, but the queue could not take it, so no worker began it.",
    nextStep: "A person should see to it that the queue can be reached, then start it again.",
  },
  went_silent: {
    title: "Went silent",
    meaning:
      "A worker began this run and then gave no more sign of life. The truth was looked at. Nothing was produced.",
    nextStep: "It is safe to start it again.",
  },
  time_limit_passed: {
    title: "Ran past its time limit",
    meaning:
      "A worker began this run and did not end within its time limit. The truth was looked at. Nothing was produced.",
    nextStep: "It is safe to start it again.",
  },
  nothing_produced: {
    title: "Nothing was produced",
    meaning: "The truth was looked at after the run had stopped. Nothing was produced.",
    nextStep: "It is safe to start it again.",
  },
} as const satisfies Record<string, ReasonCopy>;
