import type { OperationRun } from "../run/operation-run.ts";
import { activeSentences } from "./active-sentences.ts";
import { artifactRemark } from "./artifact-remark.ts";
import { joinSentences } from "./plain-words.ts";
import type { RunViewer } from "./presented-run.ts";
import { reconciledSentences } from "./reconciled-sentences.ts";
import { workerSentences } from "./worker-sentences.ts";

/** What happened, in plain sentences, and on whose word: the worker's, the truth's, or a person's. */
export function runSentence(run: OperationRun, viewer: RunViewer): string {
  if (run.status !== "completed") return joinSentences(activeSentences(run, viewer));
  if (run.outcome === null) return "It has ended, but its outcome was not recorded.";
  const settled =
    run.context.reconciliation === undefined
      ? workerSentences(run, run.outcome, viewer.operation)
      : reconciledSentences(run.outcome, run.context.reconciliation, viewer);
  return joinSentences([...settled, artifactRemark(viewer.artifact)]);
}
