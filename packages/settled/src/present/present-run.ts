import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { Initiator } from "../run/actor.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { reasonOf } from "../run/run-context.ts";
import type { ArtifactTruth } from "./artifact-truth.ts";
import { freshnessOf } from "./freshness.ts";
import { nextStepOf } from "./next-step.ts";
import { asPlainName, inSentence } from "./plain-words.ts";
import { positionLabelOf } from "./position-label.ts";
import type { PresentedRun, RunViewer } from "./presented-run.ts";
import { progressWords } from "./progress-words.ts";
import { shownReasonOf } from "./reason-catalogue.ts";
import { runSentence } from "./run-sentence.ts";

export const UNKNOWN_OPERATION = "Unknown operation";

/** What a reader sees of a run. Pure: the viewer brings the time, the operation and the artifact's truth. */
export function presentRun(run: OperationRun, viewer: RunViewer): PresentedRun {
  const position = positionLabelOf(run);
  const operationLabel = operationLabelOf(viewer.operation);
  return {
    title: `${operationLabel}: ${titleWord(run, position.label)}`,
    sentence: runSentence(run, viewer),
    nextStep: nextStepOf(run, viewer),
    freshness: freshnessOf(run, viewer.now),
    position,
    operationLabel,
    askedBy: askedByWords(run.initiator),
    reason: shownReasonOf(viewer.operation, reasonOf(run.context), run.outcome),
    progress: progressWords(run.progress),
    artifact: viewer.artifact,
    artifactCheckedAt: wasLookedFor(viewer.artifact) ? viewer.now : null,
    failureDetail: run.failure === null ? "none" : viewer.maySeeDetail ? "available" : "withheld",
  };
}

function wasLookedFor(artifact: ArtifactTruth | null): boolean {
  return artifact !== null && artifact.kind !== "none" && artifact.kind !== "unavailable";
}

export function operationLabelOf(operation: OperationDefinition | null): string {
  return operation === null ? UNKNOWN_OPERATION : asPlainName(operation.label, UNKNOWN_OPERATION);
}

function titleWord(run: OperationRun, label: string): string {
  return run.status === "running" && run.cancelRequestedAt !== null
    ? "being cancelled"
    : inSentence(label);
}

export function askedByWords(initiator: Initiator): string {
  const name = asPlainName(initiator.name, "somebody without a name");
  switch (initiator.kind) {
    case "user":
    case "operator":
      return `Asked for by ${name}`;
    case "service":
      return `Asked for by the service ${name}`;
    case "schedule":
      return `Started by the schedule ${name}`;
    case "system":
      return `Started by ${name}`;
  }
}
