import type { ArtifactDefinition, ArtifactFacts } from "../catalog/artifact-definition.ts";
import { defineOperation } from "../catalog/define-operation.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationRecord } from "../run/reconciliation-record.ts";
import type { RunContext } from "../run/run-context.ts";
import type { RunEvent } from "../run/run-event.ts";
import { asEnvironmentId, asRunId, asWorkspaceId } from "../run/scope.ts";
import type { ArtifactTruth } from "./artifact-truth.ts";
import type { RunViewer } from "./presented-run.ts";

export const NOW = new Date("2026-05-24T14:05:00.000Z");
export const SECRET = "XSECRETX";

export function minutesAgo(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}

export function reviewArtifact(facts: Partial<ArtifactFacts> | null = {}): ArtifactDefinition {
  return {
    type: "environment_review",
    label: "Environment review",
    find: (truth) =>
      Promise.resolve(
        facts === null
          ? null
          : {
              ...truth.scope,
              title: "Review 4",
              madeByRunId: null,
              complete: true,
              state: "current",
              ...facts,
            },
      ),
    href: (scope, id) => `/workspaces/${scope.workspaceId}/reviews/${id}`,
  };
}

export function sampleOperation(artifact = reviewArtifact()): OperationDefinition {
  return defineOperation<unknown>({
    type: "environment.review.compose",
    label: "Environment review",
    input: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
    identity: () => "one",
    capability: "reviews.compose",
    queue: { name: "reviews" },
    handler: () => Promise.resolve(),
    artifact,
    copy: {
      doing: "The environment review is being composed",
      reasons: {
        coverage_partial: {
          title: "Some types could not be read",
          meaning: "The review is there, but some types could not be read.",
          nextStep: "Open the review and look at its coverage.",
        },
      },
    },
  });
}

export function sampleRun(changes: Partial<OperationRun> = {}): OperationRun {
  return {
    id: asRunId("01890000-0000-7000-8000-000000000001"),
    workspaceId: asWorkspaceId("north"),
    environmentId: asEnvironmentId("contoso"),
    operationType: "environment.review.compose",
    status: "queued",
    outcome: null,
    identityKey: "sha256:00",
    attempt: 0,
    version: 1,
    ownerId: null,
    initiator: { kind: "user", id: "u1", name: "Maria" },
    input: {},
    context: { dispatch: DISPATCH },
    summary: {},
    progress: null,
    failure: null,
    createdAt: minutesAgo(10),
    queuedAt: minutesAgo(10),
    startedAt: null,
    completedAt: null,
    dueAt: null,
    cancelRequestedAt: null,
    rerunOf: null,
    ...changes,
  };
}

export function runningRun(changes: Partial<OperationRun> = {}): OperationRun {
  const begun = {
    status: "running",
    attempt: 1,
    ownerId: "lease",
    startedAt: minutesAgo(5),
  } as const;
  return sampleRun({ ...begun, ...changes });
}

export function completedRun(
  outcome: OperationRun["outcome"],
  context: RunContext = {},
  changes: Partial<OperationRun> = {},
): OperationRun {
  return runningRun({
    status: "completed",
    outcome,
    ownerId: null,
    completedAt: minutesAgo(2),
    context: { dispatch: DISPATCH, ...context },
    ...changes,
  });
}

export const DISPATCH = {
  job_class: "environment.review.compose",
  queue: "reviews",
  connection: "main",
  dispatched_at: "2026-05-24T13:55:00.000Z",
  correlation_version: 1,
  operation_run_id: "01890000-0000-7000-8000-000000000001",
};

export const RELATED = { type: "environment_review", id: "review-4" };

export function sampleRecord(changes: Partial<ReconciliationRecord> = {}): ReconciliationRecord {
  return {
    version: 1,
    adapter: "environment-review",
    decision: "succeeded",
    reason: "artifact_complete",
    trigger: "went_silent",
    attempt: 1,
    previous: { status: "running", outcome: null },
    related: RELATED,
    checks: [{ check: "artifact_is_complete", passed: true, detail: "The content was read." }],
    decided_at: "2026-05-24T14:04:00.000Z",
    decided_by: "Settled",
    ...changes,
  };
}

export const PRESENT: Extract<ArtifactTruth, { kind: "present" }> = {
  kind: "present",
  ref: RELATED,
  label: "Environment review",
  title: "Review 4",
  state: "current",
  href: "/workspaces/north/reviews/review-4",
  complete: true,
};

export function sampleViewer(changes: Partial<RunViewer> = {}): RunViewer {
  return {
    now: NOW,
    operation: sampleOperation(),
    artifact: null,
    maySeeDetail: false,
    ...changes,
  };
}

export function sampleEvent(changes: Partial<RunEvent> = {}): RunEvent {
  return {
    sequence: "7",
    workspaceId: asWorkspaceId("north"),
    runId: asRunId("01890000-0000-7000-8000-000000000001"),
    version: 2,
    kind: "created",
    actor: { kind: "user", id: "u1", name: "Maria" },
    from: null,
    to: { status: "queued", outcome: null, attempt: 0 },
    detail: {},
    at: NOW,
    ...changes,
  };
}
