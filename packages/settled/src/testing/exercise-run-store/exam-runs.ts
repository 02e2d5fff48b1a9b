import { randomUUID } from "node:crypto";
import assert from "node:assert/strict";
import type { AttemptRef, NewRun } from "../../ports/run-writer.ts";
import type { Actor, Initiator } from "../../run/actor.ts";
import type { OperationRun, RunOutcome } from "../../run/operation-run.ts";
import { asReconciliation } from "../../run/conclusion.ts";
import { type UndatedReconciliation } from "../../run/reconciliation-record.ts";
import { asEnvironmentId, asRunId, asWorkspaceId } from "../../run/scope.ts";
import { expectWritten } from "./expect-writes.ts";
import type { RunStoreWorld } from "./run-store-world.ts";

export const ADA: Initiator = { kind: "user", id: "ada", name: "Ada Lovelace" };
export const WORKER: Actor = { kind: "worker", id: "worker-1", name: "Worker 1" };
export const SWEEPER: Actor = { kind: "sweeper", id: "sweeper-1", name: "Sweeper 1" };

/** Longer than any case takes, so that nothing becomes due unasked. */
export const LONG_MS = 3_600_000;

/** A run like no other: its workspace, type and identity are its own. */
export function exampleRun(overrides: Partial<NewRun> = {}): NewRun {
  const mark = randomUUID().replaceAll("-", "");
  return {
    id: newRunId(),
    workspaceId: asWorkspaceId(`w-${mark}`),
    environmentId: asEnvironmentId("environment-1"),
    operationType: `exam.t${mark}`,
    identityKey: newIdentityKey(),
    initiator: ADA,
    input: { mark },
    context: {},
    dueAfterMs: LONG_MS,
    rerunOf: null,
    ...overrides,
  };
}

/** Another start of the same work by somebody else. */
export function sameWorkAs(run: OperationRun, overrides: Partial<NewRun> = {}): NewRun {
  const { workspaceId, environmentId, operationType, identityKey } = run;
  const scope = { workspaceId, environmentId };
  return exampleRun({ ...scope, operationType, identityKey, ...overrides });
}

export function newRunId() {
  return asRunId(randomUUID());
}

export function newIdentityKey(): string {
  return `sha256:${`${randomUUID()}${randomUUID()}`.replaceAll("-", "")}`;
}

export async function queuedRun(
  world: RunStoreWorld,
  overrides: Partial<NewRun> = {},
): Promise<OperationRun> {
  const { kind, run } = await world.writer.insertRun(exampleRun(overrides), ADA);
  assert.equal(kind, "created");
  return run;
}

export async function begin(
  world: RunStoreWorld,
  before: OperationRun,
  options: { readonly ownerId?: string; readonly dueAfterMs?: number } = {},
): Promise<OperationRun> {
  const { ownerId = await world.newLease(), dueAfterMs = LONG_MS } = options;
  return expectWritten({ world, before, event: "begun" }, () =>
    world.writer.beginRun(before, { ownerId, dueAfterMs, actor: WORKER }),
  );
}

export async function runningRun(
  world: RunStoreWorld,
  overrides: Partial<NewRun> = {},
): Promise<OperationRun> {
  return begin(world, await queuedRun(world, overrides));
}

export async function completedRun(
  world: RunStoreWorld,
  outcome: RunOutcome,
  overrides: Partial<NewRun> = {},
): Promise<OperationRun> {
  return finish(world, await runningRun(world, overrides), outcome);
}

export async function finish(
  world: RunStoreWorld,
  before: OperationRun,
  outcome: RunOutcome,
): Promise<OperationRun> {
  const write = { outcome, context: { reason: "exam_finish" }, summary: null, failure: null };
  return expectWritten({ world, before, event: "finished" }, () =>
    world.writer.finishRun(attemptOf(before), write, WORKER),
  );
}

export async function reconcile(
  world: RunStoreWorld,
  before: OperationRun,
  decision: RunOutcome,
): Promise<OperationRun> {
  return expectWritten({ world, before, event: "reconciled" }, () =>
    world.writer.reconcileRun(before, decided(before, decision), SWEEPER),
  );
}

/** What a worker that executes the run writes under. */
export function attemptOf(run: OperationRun, overrides: Partial<AttemptRef> = {}): AttemptRef {
  const { workspaceId, id, attempt } = run;
  return { workspaceId, id, attempt, ownerId: run.ownerId ?? randomUUID(), ...overrides };
}

export function recordOf(run: OperationRun, decision: RunOutcome): UndatedReconciliation {
  return asReconciliation(run, {
    adapter: "exam-artifact",
    decision,
    reason: `exam_${decision}`,
    trigger: "went_silent",
    related: decision === "succeeded" ? { type: "exam_artifact", id: "artifact-1" } : null,
    checks: [{ check: "artifact_exists", passed: decision === "succeeded", detail: "looked" }],
    decidedBy: SWEEPER.id,
  });
}

export function decided(run: OperationRun, decision: RunOutcome, dueAfterMs: number | null = null) {
  return { record: recordOf(run, decision), summary: null, detail: { looked: 1 }, dueAfterMs };
}

export function dispatchOf(run: OperationRun) {
  return {
    job_class: "exam-job",
    queue: "exam-queue",
    connection: "exam-connection",
    correlation_version: 1,
    operation_run_id: run.id,
  };
}
