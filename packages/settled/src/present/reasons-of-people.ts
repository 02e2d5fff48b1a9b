import type { ReasonCopy } from "../catalog/operation-definition.ts";

/** Reasons that begin with somebody's wish. */
export const REASONS_OF_PEOPLE = {
  cancelled_before_start: {
    title: "Cancelled before it started",
    meaning: "It was cancelled while it waited, before any worker began it. Nothing was produced.",
    nextStep: "Start it again when it is wanted.",
  },
  cancelled_on_request: {
    title: "Cancelled while it was running",
    meaning: "It was cancelled on request while a worker was at work on it. Nothing was produced.",
    nextStep: "Start it again when it is wanted.",
  },
  resolved_by_operator: {
    title: "Settled by a person",
    meaning: "A person looked at the facts and settled this run by hand.",
    nextStep: "The timeline of the run says who settled it, and why.",
  },
  resolved_without_detail: {
    title: "Settled without its details",
    meaning: "The outcome was established, but the details of how could not be stored.",
    nextStep: "The timeline of the run and the log say more.",
  },
} as const satisfies Record<string, ReasonCopy>;
