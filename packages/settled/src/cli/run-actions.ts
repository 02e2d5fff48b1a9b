import type { CancelledRun, StartedRun } from "../client/answers.ts";
import { OUTCOME_LABELS } from "../present/position-label.ts";
import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { RunOutcome } from "../run/operation-run.ts";
import { asRunId } from "../run/scope.ts";
import type { ActionOptions, RunAction } from "./act-on-run.ts";
import type { ActingDesk, Why } from "./desk/run-desk.ts";

export interface ResolveOptions extends ActionOptions {
  readonly outcome: RunOutcome;
  readonly reason: string;
  readonly related?: ArtifactRef;
}

const CANCEL_WORDS = {
  cancelled: "It was cancelled before it had started.",
  requested: "Its worker was asked to stop.",
  already_requested: "Its worker had been asked to stop already.",
} as const;

/** `settled runs cancel ID` */
export function cancelAction(options: ActionOptions, desk: ActingDesk): RunAction<CancelledRun> {
  return {
    verb: "Cancel",
    act: ({ id }) => desk.cancel(asRunId(id), whyOf(options)),
    words: ({ cancellation }) => CANCEL_WORDS[cancellation],
  };
}

/** `settled runs rerun ID` */
export function rerunAction(options: ActionOptions, desk: ActingDesk): RunAction<StartedRun> {
  return {
    verb: "Run again",
    act: ({ id }) => desk.rerun(asRunId(id), whyOf(options)),
    words: ({ joined, id }) =>
      joined ? `The same work is under way already, as ${id}.` : `It was started again, as ${id}.`,
  };
}

/** `settled runs resolve ID`: holds to the run as it was shown when the person was asked. */
export function resolveAction(options: ResolveOptions, desk: ActingDesk): RunAction {
  const { outcome, related = null, reason } = options;
  const label = OUTCOME_LABELS[outcome].label.toLowerCase();
  return {
    verb: `Settle as ${label}:`,
    act: (run) => desk.resolve(run, { outcome, related, reason }),
    words: () => `It was settled as ${label}.`,
  };
}

function whyOf({ reason }: ActionOptions): Why {
  return reason === undefined ? {} : { reason };
}
