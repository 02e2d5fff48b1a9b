import type { OperationRun } from "../run/operation-run.ts";
import { agoWords, durationWords } from "./duration-words.ts";
import type { RunViewer } from "./presented-run.ts";
import { progressWords } from "./progress-words.ts";

/** What a run that has not ended is doing. */
export function activeSentences(run: OperationRun, viewer: RunViewer): readonly string[] {
  return run.status === "queued" ? queuedSentences(run, viewer) : runningSentences(run, viewer);
}

/** A run that waits or runs longer than its operation allows: the truth about it is asked soon. */
export function isOverdue(run: OperationRun, viewer: RunViewer): boolean {
  const timeouts = viewer.operation?.timeouts;
  if (timeouts === undefined || run.status === "completed") return false;
  const [since, withinMs] =
    run.status === "queued"
      ? [run.queuedAt, timeouts.startWithinMs]
      : [run.startedAt ?? run.queuedAt, timeouts.runWithinMs];
  return viewer.now.getTime() - since.getTime() > withinMs;
}

function queuedSentences(run: OperationRun, viewer: RunViewer): readonly string[] {
  const waited = durationWords(viewer.now.getTime() - run.queuedAt.getTime());
  return [
    run.context.dispatch === undefined
      ? `It has been waiting for ${waited} to be handed over to the queue.`
      : `It has been waiting for a worker for ${waited}.`,
    isOverdue(run, viewer) ? "That is longer than it should take." : "",
    run.attempt === 0 ? "It has not started yet." : "",
  ];
}

function runningSentences(run: OperationRun, viewer: RunViewer): readonly string[] {
  const progress = progressWords(run.progress);
  const isDue = run.dueAt !== null && run.dueAt.getTime() <= viewer.now.getTime();
  if (run.ownerId === null) {
    return [
      "No worker is at work on it at the moment.",
      "What it has produced so far is looked at before anything is decided.",
    ];
  }
  return [
    run.attempt > 1 ? `This is attempt ${run.attempt}.` : "",
    isDue ? "Whether its worker is still at work is being looked at." : doingWords(viewer),
    progress === null ? "" : `Progress so far: ${progress}.`,
    isOverdue(run, viewer) ? "It has taken longer than its time limit allows." : "",
    run.cancelRequestedAt === null
      ? ""
      : `Its cancellation was asked for ${agoWords(viewer.now, run.cancelRequestedAt)}; the worker is told to stop.`,
  ];
}

function doingWords(viewer: RunViewer): string {
  return viewer.operation === null ? "The work is under way." : viewer.operation.copy.doing;
}
