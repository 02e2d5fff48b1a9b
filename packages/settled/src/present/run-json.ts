import type { DispatchRecord } from "../run/dispatch-record.ts";
import type { Initiator } from "../run/actor.ts";
import type {
  OperationRun,
  RunOutcome,
  RunProgress,
  RunStatus,
  RunSummary,
} from "../run/operation-run.ts";
import type { ReconciliationRecord } from "../run/reconciliation-record.ts";
import { asDispatchJson } from "./dispatch-json.ts";
import { asPlainName, asPlainWords } from "./plain-words.ts";
import type { NextStep, PresentedRun } from "./presented-run.ts";
import type { PositionLabel } from "./position-label.ts";
import type { LinkedArtifact } from "./recorded-artifact.ts";
import { asReconciliationJson } from "./reconciliation-json.ts";
import { runLinksOf, type RunLinks } from "./run-links.ts";

/** A run on the wire. Has no failure: that is `asFailureJson`, for viewers with the capability. */
export interface RunJson {
  readonly id: string;
  readonly workspace_id: string;
  readonly environment_id: string | null;
  readonly operation: { readonly type: string; readonly label: string };
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly done: boolean;
  readonly initiator: Initiator;
  readonly summary: RunSummary;
  readonly progress: RunProgress | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly attempt: number;
  readonly version: number;
  readonly presentation: {
    readonly title: string;
    readonly sentence: string;
    readonly next_step: NextStep;
    readonly freshness: { readonly text: string; readonly since: string };
    /** The word for status or outcome, and one character that means the same. */
    readonly state: PositionLabel;
    /** Why it ended so; null while it has not, or where there is nothing to say beside the outcome. */
    readonly reason: { readonly title: string; readonly meaning: string } | null;
  };
  /** Only an artifact that was read just now, in the run's own scope. */
  readonly artifact: LinkedArtifact | null;
  /** When the artifact was looked for; null = it was not. */
  readonly artifact_checked_at: string | null;
  readonly reconciliation: ReconciliationRecord | null;
  readonly dispatch: DispatchRecord | null;
  /** The W3C trace that the start came with. What a vendor added to it (`tracestate`) is not told. */
  readonly trace: { readonly traceparent: string } | null;
  readonly links: RunLinks;
}

export interface RunJsonOptions {
  /** The address of the API without a slash at its end: `/api/v1`. */
  readonly basePath: string;
}

export function asRunJson(
  run: OperationRun,
  presented: PresentedRun,
  options: RunJsonOptions,
): RunJson {
  return {
    id: run.id,
    workspace_id: run.workspaceId,
    environment_id: run.environmentId,
    operation: { type: run.operationType, label: presented.operationLabel },
    status: run.status,
    outcome: run.outcome,
    done: run.status === "completed",
    initiator: {
      kind: run.initiator.kind,
      id: run.initiator.id,
      name: asPlainName(run.initiator.name, ""),
    },
    summary: run.summary,
    progress: asProgressJson(run.progress),
    created_at: run.createdAt.toISOString(),
    started_at: run.startedAt?.toISOString() ?? null,
    completed_at: run.completedAt?.toISOString() ?? null,
    attempt: run.attempt,
    version: run.version,
    presentation: asPresentationJson(presented),
    artifact: asArtifactJson(presented),
    artifact_checked_at: presented.artifactCheckedAt?.toISOString() ?? null,
    reconciliation: asReconciliationJson(run, presented.artifact),
    dispatch: asDispatchJson(run),
    trace: asTraceJson(run),
    links: runLinksOf(run, presented.artifact, options.basePath),
  };
}

function asPresentationJson(presented: PresentedRun): RunJson["presentation"] {
  const { position, reason } = presented;
  return {
    title: presented.title,
    sentence: presented.sentence,
    next_step: { text: presented.nextStep.text, action: presented.nextStep.action },
    freshness: {
      text: presented.freshness.text,
      since: presented.freshness.since.toISOString(),
    },
    state: { label: position.label, glyph: position.glyph },
    reason: reason === null ? null : { title: reason.title, meaning: reason.meaning },
  };
}

function asProgressJson(progress: RunProgress | null): RunProgress | null {
  if (progress === null) return null;
  const message = progress.message === null ? "" : asPlainWords(progress.message, "");
  return {
    done: progress.done,
    total: progress.total,
    message: message === "" ? null : message,
  };
}

function asArtifactJson(presented: PresentedRun): RunJson["artifact"] {
  const { artifact } = presented;
  return artifact?.kind === "present"
    ? { type: artifact.ref.type, id: artifact.ref.id, href: artifact.href }
    : null;
}

function asTraceJson({ context }: OperationRun): RunJson["trace"] {
  const traceparent = context.trace?.["traceparent"];
  return traceparent === undefined ? null : { traceparent };
}
