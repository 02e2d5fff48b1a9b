import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { DispatchRecord } from "../run/dispatch-record.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunId } from "../run/scope.ts";
import type { EngineWorker } from "./engine-worker.ts";
import type { ErrandDriver } from "./errand-driver.ts";
import type { SqlExecutor } from "./sql-executor.ts";

export type { EngineWorker };

/** `missing` = the engine proves that it has no such job; `unknown` = it cannot say. */
export const JOB_STATES = [
  "waiting",
  "active",
  "retrying",
  "finished",
  "failed",
  "missing",
  "unknown",
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What an engine hands to us. `payload` is not to be trusted. */
export interface Delivery {
  readonly jobClass: string;
  readonly queue: string;
  readonly payload: unknown;
  readonly signal: AbortSignal;
}

export type HandOver = Pick<DispatchRecord, "job_class" | "queue" | "connection">;

export interface EngineWorkOptions {
  readonly catalog: OperationCatalog;
  readonly concurrency: number;
  /** Resolves when the job is done; a rejection fails the job with that error. */
  deliver(delivery: Delivery): Promise<void>;
  /** A job that the engine has given up; called at least once for each. */
  onFailedJob(delivery: Delivery): Promise<void>;
}

/** Where an engine keeps its jobs, in the database of the runs. */
export interface EngineTables {
  readonly schema: string;
  /** Those with one row for each job, which bears its run's id as `id`. */
  readonly jobs: readonly string[];
  /** What dispatching reads beside them. They hold nothing of any workspace. */
  readonly read: readonly string[];
}

/** Our side of one queue engine. It moves jobs and answers about them; it never judges a run. */
export interface EngineDriver {
  readonly name: string;
  /** True if `dispatch` takes part in a transaction of the run's own database. */
  readonly transactional: boolean;
  /** What is opened to servers, which own nothing; without it they cannot dispatch in their own transactions. */
  readonly tables?: EngineTables;
  /** Makes what dispatching needs (queues, tables). Idempotent and safe to call from many processes. */
  prepare(catalog: OperationCatalog): Promise<void>;
  /** What a hand-over of this operation is recorded as. */
  handOverOf(operation: OperationDefinition): HandOver;
  /** Hands the job over with the run id as its idempotent key: twice is once. */
  dispatch(operation: OperationDefinition, runId: RunId, on?: SqlExecutor): Promise<void>;
  /** Takes away what is left of an ended job, then hands over anew. */
  redispatch(operation: OperationDefinition, runId: RunId, on?: SqlExecutor): Promise<void>;
  jobStateOf(run: OperationRun): Promise<JobState>;
  /** Takes a waiting job away; quiet when there is none. */
  withdraw(run: OperationRun): Promise<void>;
  work(options: EngineWorkOptions): Promise<EngineWorker>;
  /** Jobs that are no runs, such as the delivery of webhooks; missing where the engine moves runs alone. */
  readonly errands?: ErrandDriver;
  close(): Promise<void>;
}
