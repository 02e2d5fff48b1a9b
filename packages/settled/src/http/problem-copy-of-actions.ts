import type { ProblemCopy } from "./problem-wording.ts";

export const ACTION_PROBLEM_CODES = [
  "stale_version",
  "already_completed",
  "final",
  "owner_may_live",
  "artifact_not_found",
  "not_settled",
  "operation_not_known",
  "input_outdated",
  "busy",
  "too_many_waits",
] as const;
export type ActionProblemCode = (typeof ACTION_PROBLEM_CODES)[number];

const LOOK = "Look at the run as it is now, then decide again.";

/** Why an action on a run was not taken. Nothing was written. */
export const ACTION_PROBLEM_COPY: Readonly<Record<ActionProblemCode, ProblemCopy>> = {
  stale_version: {
    status: 412,
    title: "The run has changed since you looked",
    detail: "It is not in the version any more that If-Match names. Nothing was done.",
    nextAction: LOOK,
  },
  already_completed: {
    status: 409,
    title: "The run has ended already",
    detail: "There is nothing left to cancel.",
    nextAction: "Look at how it ended.",
  },
  final: {
    status: 409,
    title: "The run stands as it is",
    detail: "A success is final, and no run is settled twice with the same outcome.",
    nextAction: "Look at how it ended; run it again if its work is wanted once more.",
  },
  owner_may_live: {
    status: 409,
    title: "A worker may still be at work on the run",
    detail: "Nobody settles a run by hand while its own worker may still end it.",
    nextAction: "Wait until it has ended, or cancel it first.",
  },
  artifact_not_found: {
    status: 409,
    title: "The named result is not there",
    detail: "No such artifact stands in the workspace and environment of the run.",
    nextAction: "Check the type and the id in `related`, or settle the run without it.",
  },
  not_settled: {
    status: 409,
    title: "The run has not ended yet",
    detail: "Its work is not started a second time while the first may still be done.",
    nextAction: "Wait until it has ended, or cancel it first.",
  },
  operation_not_known: {
    status: 409,
    title: "The operation of the run is not known here",
    detail: "A program that does not know an operation neither judges nor starts its runs.",
    nextAction: "Ask a program that knows the operation.",
  },
  input_outdated: {
    status: 409,
    title: "The operation takes another input now",
    detail: "What the old run was given is not accepted any more. Nothing was started.",
    nextAction: "Start the operation with a new input.",
  },
  busy: {
    status: 409,
    title: "The run is changing too fast",
    detail: "Others wrote to it at the same time, several times over. Nothing was done.",
    nextAction: LOOK,
    retryAfterS: 1,
  },
  too_many_waits: {
    status: 503,
    title: "Too many wait already",
    detail: "This program lets only so many requests wait for runs at the same time.",
    nextAction: "Wait a moment and ask again, or look at the run from time to time.",
    retryAfterS: 5,
  },
};
