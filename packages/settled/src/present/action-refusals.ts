export const ACTION_REFUSALS = [
  "stale",
  "already_completed",
  "final",
  "owner_may_live",
  "artifact_not_named",
  "artifact_not_found",
  "not_settled",
  "operation_not_known",
  "input_outdated",
  "busy",
] as const;

/** Why a person's action on a run was not taken. Nothing was written. */
export type ActionRefusal = (typeof ACTION_REFUSALS)[number];

export interface ActionRefusalCopy {
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string;
}

const LOOK = "Look at the run as it is now, then decide again.";

export const ACTION_REFUSAL_COPY: Readonly<Record<ActionRefusal, ActionRefusalCopy>> = {
  stale: {
    title: "The run has changed since you looked",
    meaning: "It is not in the version any more that this was decided on. Nothing was done.",
    nextStep: LOOK,
  },
  already_completed: {
    title: "The run has ended already",
    meaning: "There is nothing left to cancel.",
    nextStep: "Look at how it ended.",
  },
  final: {
    title: "The run stands as it is",
    meaning: "A success is final, and no run is settled twice with the same outcome.",
    nextStep: "Look at how it ended; run it again if its work is wanted once more.",
  },
  owner_may_live: {
    title: "A worker may still be at work on the run",
    meaning: "Nobody settles a run by hand while its own worker may still end it.",
    nextStep: "Wait until it has ended, or cancel it first.",
  },
  artifact_not_named: {
    title: "A success of this operation must name its result",
    meaning: "A success is final, so it is not believed without the artifact that proves it.",
    nextStep: "Name the result by its type and id, or settle the run with another outcome.",
  },
  artifact_not_found: {
    title: "The named result is not there",
    meaning: "No such artifact stands in the workspace and environment of the run.",
    nextStep: "Check its type and id, or settle the run without it.",
  },
  not_settled: {
    title: "The run has not ended yet",
    meaning: "Its work is not started a second time while the first may still be done.",
    nextStep: "Wait until it has ended, or cancel it first.",
  },
  operation_not_known: {
    title: "The operation of the run is not known here",
    meaning: "A program that does not know an operation neither judges nor starts its runs.",
    nextStep: "Ask a program that knows the operation.",
  },
  input_outdated: {
    title: "The operation takes another input now",
    meaning: "What the old run was given is not accepted any more. Nothing was started.",
    nextStep: "Start the operation with a new input.",
  },
  busy: {
    title: "The run is changing too fast",
    meaning: "Others wrote to it at the same time, several times over. Nothing was done.",
    nextStep: LOOK,
  },
};
