import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { SYSTEM_CLOCK } from "../ports/clock.ts";
import type { Delivery, EngineDriver, EngineWorker, JobState } from "../ports/engine-driver.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import { SYSTEM_ACTOR } from "../run/actor.ts";
import { CORRELATION_VERSION } from "../run/dispatch-record.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { asRunId, asWorkspaceId } from "../run/scope.ts";

/** What the exam of drivers needs of one engine. Every case gets its own world, with queues of its own. */
export interface EngineDriverWorld {
  readonly driver: EngineDriver;
  readonly catalog: OperationCatalog;
  /** One of the catalog's; its queue does not retry. */
  readonly operation: OperationDefinition;
  /** Transactions of the database that `dispatch` takes part in; null where the driver is not transactional. */
  readonly executor: TransactionRunner | null;
  /** Takes the job away behind the driver's back. */
  loseJob(run: OperationRun): Promise<void>;
  /** A driver of the same engine and connection whose database cannot be reached. */
  makeUnreachableDriver(): EngineDriver;
  close(): Promise<void>;
}

export interface ExamWork {
  readonly concurrency?: number;
  deliver?(delivery: Delivery): Promise<void>;
  onFailedJob?(delivery: Delivery): Promise<void>;
}

/** A worker of the exam, and what it was handed. */
export interface ExamWorker extends EngineWorker {
  readonly deliveries: Delivery[];
  readonly failedJobs: Delivery[];
}

/** One world with the gestures that the cases repeat. */
export interface ExamDesk extends EngineDriverWorld {
  /** A queued run that remembers a hand-over to this driver. */
  newRun(): OperationRun;
  dispatchedRun(): Promise<OperationRun>;
  work(work?: ExamWork): Promise<ExamWorker>;
  eventuallyState(run: OperationRun, state: JobState, withinMs?: number): Promise<void>;
}

const EVENTUALLY_MS = 15_000;
const LOOK_EVERY_MS = 50;
const CLOSING_GRACE_MS = 2_000;

export async function openExamDesk(world: EngineDriverWorld): Promise<ExamDesk> {
  const workers: EngineWorker[] = [];
  const newRun = () => queuedRun(world);
  await world.driver.prepare(world.catalog);
  return {
    ...world,
    newRun,
    dispatchedRun: async () => {
      const run = newRun();
      await world.driver.dispatch(world.operation, run.id);
      return run;
    },
    work: async (work = {}) => {
      const worker = await startWorker(world, work);
      workers.push(worker);
      return worker;
    },
    eventuallyState: (run, state, withinMs) => {
      const look = async () => {
        const seen = await world.driver.jobStateOf(run);
        return seen === state ? null : `it is ${seen}`;
      };
      return eventually(`the job is ${state}`, look, withinMs);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop({ graceMs: CLOSING_GRACE_MS })));
      await world.driver.close();
      await world.close();
    },
  };
}

/** Waits until `look` answers null; what it answered last is told if it never does. */
export async function eventually(
  what: string,
  look: () => Promise<string | null> | string | null,
  withinMs: number = EVENTUALLY_MS,
): Promise<void> {
  const deadlineMs = SYSTEM_CLOCK.nowMs() + withinMs;
  for (;;) {
    const lacking = await look();
    if (lacking === null) return;
    if (SYSTEM_CLOCK.nowMs() > deadlineMs) assert.fail(`${what} did not come true: ${lacking}`);
    await SYSTEM_CLOCK.sleep(LOOK_EVERY_MS);
  }
}

async function startWorker(world: EngineDriverWorld, work: ExamWork): Promise<ExamWorker> {
  const deliveries: Delivery[] = [];
  const failedJobs: Delivery[] = [];
  const worker = await world.driver.work({
    catalog: world.catalog,
    concurrency: work.concurrency ?? 1,
    deliver: async (delivery) => {
      deliveries.push(delivery);
      await work.deliver?.(delivery);
    },
    onFailedJob: async (delivery) => {
      failedJobs.push(delivery);
      await work.onFailedJob?.(delivery);
    },
  });
  return { deliveries, failedJobs, stop: (options) => worker.stop(options) };
}

function queuedRun({ driver, operation }: EngineDriverWorld): OperationRun {
  const id = asRunId(randomUUID());
  const now = new Date();
  return {
    id,
    workspaceId: asWorkspaceId("exam"),
    environmentId: null,
    operationType: operation.type,
    status: "queued",
    outcome: null,
    identityKey: `exam:${id}`,
    attempt: 0,
    version: 1,
    ownerId: null,
    initiator: SYSTEM_ACTOR,
    input: null,
    context: {
      dispatch: {
        ...driver.handOverOf(operation),
        dispatched_at: now.toISOString(),
        correlation_version: CORRELATION_VERSION,
        operation_run_id: id,
      },
    },
    summary: {},
    progress: null,
    failure: null,
    createdAt: now,
    queuedAt: now,
    startedAt: null,
    completedAt: null,
    dueAt: null,
    cancelRequestedAt: null,
    rerunOf: null,
  };
}
