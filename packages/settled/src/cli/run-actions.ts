import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { RunOutcome } from "../run/operation-run.ts";
import { OUTCOME_LABELS } from "../present/position-label.ts";
import type { ActionOptions, RunAction } from "./act-on-run.ts";
import { actorOf } from "./actor-at-terminal.ts";
import type { CliIo } from "./cli-io.ts";
import type { WritingDesk } from "./open-desk.ts";

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
export function cancelAction(io: CliIo, options: ActionOptions, desk: WritingDesk): RunAction {
  return {
    verb: "Cancel",
    async act({ workspaceId, id }) {
      const target = { workspaceId, id, ...becauseOf(options) };
      const answer = await desk.settled.cancel(target, actorOf(io));
      if (answer.kind === "refused") return answer;
      const words = CANCEL_WORDS[answer.kind];
      return { kind: "done", run: answer.run, words, members: { cancellation: answer.kind } };
    },
  };
}

/** `settled runs rerun ID` */
export function rerunAction(io: CliIo, options: ActionOptions, desk: WritingDesk): RunAction {
  return {
    verb: "Run again",
    async act(run) {
      const initiator = actorOf(io);
      const answer = await desk.settled.rerun({ run, initiator, ...becauseOf(options) });
      if (answer.kind === "refused") return answer;
      const { run: started, joined } = answer;
      const words = joined
        ? `The same work is under way already, as ${started.id}.`
        : `It was started again, as ${started.id}.`;
      const members = { rerun_of: started.rerunOf, joined };
      return { kind: "done", run: started, words, members };
    },
  };
}

/** `settled runs resolve ID`: holds to the run as it was shown when the person was asked. */
export function resolveAction(io: CliIo, options: ResolveOptions, desk: WritingDesk): RunAction {
  const label = OUTCOME_LABELS[options.outcome].label.toLowerCase();
  return {
    verb: `Settle as ${label}:`,
    async act({ workspaceId, id, version }) {
      const { outcome, reason: because, related = null } = options;
      const actor = actorOf(io);
      const asked = { workspaceId, id, outcome, related, because, actor, expectedVersion: version };
      const answer = await desk.settled.resolve(asked);
      if (answer.kind === "refused") return answer;
      return { kind: "done", run: answer.run, words: `It was settled as ${label}.`, members: {} };
    },
  };
}

function becauseOf({ reason }: ActionOptions): { readonly because?: string } {
  return reason === undefined ? {} : { because: reason };
}
