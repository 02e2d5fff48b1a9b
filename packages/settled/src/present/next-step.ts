import type { OperationRun, RunOutcome } from "../run/operation-run.ts";
import { reasonOf } from "../run/run-context.ts";
import { isOverdue } from "./active-sentences.ts";
import { inSentence } from "./plain-words.ts";
import type { NextStep, NextStepAction, RunViewer } from "./presented-run.ts";
import { fittingCopyOf, ownCopyOf } from "./reason-catalogue.ts";

/** Used where no reason says it better. */
const STEP_OF_OUTCOME: Readonly<Record<RunOutcome, NextStep>> = {
  succeeded: { text: "Nothing needs to be done.", action: "none" },
  partially_succeeded: {
    text: "Look at what is there and what is missing before you start anything again.",
    action: "none",
  },
  blocked: { text: "Grant or decide what is missing, then start it again.", action: "grant" },
  attention_required: {
    text: "A person should look for the result and settle the run by hand.",
    action: "resolve",
  },
  failed: { text: "It is safe to start it again.", action: "start_again" },
  cancelled: { text: "Start it again when it is wanted.", action: "start_again" },
};

/** Reasons after which one more look may answer what a person would otherwise have to. */
const WORTH_ANOTHER_LOOK: readonly string[] = [
  "adapter_failed",
  "adapter_timed_out",
  "undecided_too_long",
];

/** The one thing that a reader can do next, in words and as an action that a screen can offer. */
export function nextStepOf(run: OperationRun, viewer: RunViewer): NextStep {
  if (run.status !== "completed") return activeStep(run, viewer);
  if (run.outcome === null) {
    return { text: "Have the truth about it looked at.", action: "check_now" };
  }
  const code = reasonOf(run.context);
  const action = actionOf(run.outcome, code);
  if (action === "none") return resultStep(run.outcome, code, viewer);
  if (action === "start_again" && viewer.operation === null) {
    return { text: "It can be started again where its operation is known.", action: "none" };
  }
  const said = fittingCopyOf(viewer.operation, code, run.outcome)?.nextStep;
  return { text: said ?? STEP_OF_OUTCOME[run.outcome].text, action };
}

function actionOf(outcome: RunOutcome, code: string | null): NextStepAction {
  if (outcome === "attention_required" && code !== null) {
    if (WORTH_ANOTHER_LOOK.includes(code)) return "check_now";
    if (code === "could_not_dispatch") return "start_again";
  }
  return STEP_OF_OUTCOME[outcome].action;
}

/** A good end points at its result as that is now, never at one that cannot be opened. */
function resultStep(outcome: RunOutcome, code: string | null, viewer: RunViewer): NextStep {
  const { artifact, operation } = viewer;
  const otherwise = STEP_OF_OUTCOME[outcome].text;
  const said = fittingCopyOf(operation, code, outcome)?.nextStep;
  if (artifact === null) return { text: said ?? otherwise, action: "none" };
  switch (artifact.kind) {
    case "none":
      return { text: ownCopyOf(operation, code)?.nextStep ?? otherwise, action: "none" };
    case "present": {
      const action = artifact.href === null ? "none" : "open_artifact";
      if (outcome !== "succeeded") return { text: said ?? otherwise, action };
      if (!artifact.complete) return { text: "Look at the result before you use it.", action };
      return { text: said ?? `Open the ${inSentence(artifact.label)}.`, action };
    }
    case "gone":
      return { text: "There is nothing to open: the result is gone.", action: "none" };
    case "hidden":
      return { text: "Ask whoever runs this platform to look into it.", action: "none" };
    case "unavailable":
      return { text: "Look again in a moment.", action: "none" };
  }
}

function activeStep(run: OperationRun, viewer: RunViewer): NextStep {
  if (isOverdue(run, viewer)) {
    // That a worker will look by itself is not promised: there may be none.
    return { text: "You can have the truth about it looked at now.", action: "check_now" };
  }
  return run.status === "running" && run.cancelRequestedAt !== null
    ? { text: "Wait until the worker has stopped.", action: "wait" }
    : { text: "Nothing needs to be done; wait for it to end.", action: "wait" };
}
