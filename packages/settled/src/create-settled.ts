import { bridgeFailedJob } from "./bridge/bridge-failed-job.ts";
import {
  type AnyOperation,
  createOperationCatalog,
  type OperationCatalog,
} from "./catalog/operation-catalog.ts";
import { RunLifecycle } from "./lifecycle/run-lifecycle.ts";
import type { AskTruth } from "./ports/ask-truth.ts";
import type { AuditLog } from "./ports/audit-log.ts";
import type { AuditReader } from "./ports/audit-reader.ts";
import { type Clock, SYSTEM_CLOCK } from "./ports/clock.ts";
import type { EngineDriver } from "./ports/engine-driver.ts";
import { type FaultPoints, NO_FAULTS } from "./ports/fault-points.ts";
import type { KeyedAnswers } from "./ports/keyed-answers.ts";
import { type Logger, SILENT_LOGGER } from "./ports/logger.ts";
import type { RunReader } from "./ports/run-reader.ts";
import type { TruthSource } from "./ports/truth-source.ts";
import { openPostgres, type PostgresOptions } from "./postgres/open-postgres.ts";
import type { Database } from "./postgres/database.ts";
import type {
  ReconcileInput,
  ReconcileOptions,
  ReconcileReport,
} from "./reconcile/reconcile-options.ts";
import { SWEEPER } from "./reconcile/look-at-due-run.ts";
import { reconcileRun } from "./reconcile/reconcile-run.ts";
import { type ResolveAnswer, type ResolveInput, resolveRun } from "./reconcile/resolve-run.ts";
import { type SweepLimits, type SweepReport, sweepDueRuns } from "./reconcile/sweep-due-runs.ts";
import type { Actor } from "./run/actor.ts";
import { type CancelInput, cancelRun, type CancelRunAnswer } from "./start/cancel-run.ts";
import { type RerunAnswer, type RerunInput, rerunRun } from "./start/rerun-run.ts";
import { type StartAnswer, type StartInput, startOperation } from "./start/start-operation.ts";
import { startWorker, type WorkerHandle, type WorkerOptions } from "./start-worker.ts";

export interface SettledOptions {
  readonly postgres: PostgresOptions;
  readonly engine: EngineDriver;
  readonly operations: readonly AnyOperation[];
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** For tests alone. */
  readonly faults?: FaultPoints;
  readonly adapterTimeoutMs?: number;
  readonly sweepEveryMs?: number;
  readonly sweepLimits?: SweepLimits;
}

/** One process's door to its runs. Everything it offers names the workspace. */
export interface Settled {
  readonly catalog: OperationCatalog;
  readonly reader: RunReader;
  readonly truth: TruthSource;
  /** Answers that were given under a caller's key. */
  readonly answers: KeyedAnswers;
  /** Where a host writes down what was done beside runs, and all that was done is read. */
  readonly audit: AuditLog & AuditReader;
  readonly database: Database;
  readonly engine: EngineDriver;
  /** Makes what the engine needs for dispatching. Idempotent; before the first start or work. */
  prepare(): Promise<void>;
  start(input: StartInput): Promise<StartAnswer>;
  cancel(target: CancelInput, actor: Actor): Promise<CancelRunAnswer>;
  /** Starts once more what a settled run did; the old run stays as it is. */
  rerun(input: RerunInput): Promise<RerunAnswer>;
  reconcile(input: ReconcileInput): Promise<ReconcileReport>;
  resolve(input: ResolveInput): Promise<ResolveAnswer>;
  /** One sweep of all workspaces. */
  sweep(): Promise<SweepReport>;
  /** Executes jobs, hears of failed ones and sweeps, until the handle is stopped. */
  work(options?: WorkerOptions): Promise<WorkerHandle>;
  close(): Promise<void>;
}

/** Composes the library for PostgreSQL and one queue engine. Opens nothing until it is used. */
export function createSettled(options: SettledOptions): Settled {
  const { engine, logger = SILENT_LOGGER, clock = SYSTEM_CLOCK, faults = NO_FAULTS } = options;
  const catalog = createOperationCatalog(options.operations);
  const postgres = openPostgres(options.postgres);
  const { database, reader, truth } = postgres;
  const lifecycle = new RunLifecycle({ writer: postgres.writer, faults });
  const reconciling: ReconcileOptions = {
    catalog,
    reader,
    lifecycle,
    truth,
    faults,
    logger,
    driver: engine,
    transactions: database,
    checks: postgres.checks,
    ...(options.adapterTimeoutMs === undefined
      ? {}
      : { adapterTimeoutMs: options.adapterTimeoutMs }),
  };
  const askTruth: AskTruth = async (run, hint) => {
    await reconcileRun(reconciling, { run, hint, actor: SWEEPER });
  };
  const starting = { catalog, lifecycle, driver: engine, transactions: database, faults, logger };
  return {
    catalog,
    reader,
    truth,
    answers: postgres.answers,
    audit: postgres.audit,
    database,
    engine,
    prepare: () => engine.prepare(catalog),
    start: (input) => startOperation(starting, input),
    rerun: (input) => rerunRun(starting, input),
    cancel: (target, actor) => cancelRun({ reader, lifecycle, driver: engine }, target, actor),
    reconcile: (input) => reconcileRun(reconciling, input),
    resolve: (input) => resolveRun({ reader, lifecycle, truth, catalog }, input),
    sweep: () => sweepDueRuns(reconciling, options.sweepLimits),
    work: (workerOptions = {}) =>
      startWorker(
        {
          ...reconciling,
          clock,
          askTruth,
          openLease: () => postgres.openLease(),
          bridge: (delivery) =>
            bridgeFailedJob({ reader, catalog, driver: engine, askTruth, logger }, delivery),
          ...(options.sweepEveryMs === undefined ? {} : { sweepEveryMs: options.sweepEveryMs }),
          ...(options.sweepLimits === undefined ? {} : { limits: options.sweepLimits }),
        },
        workerOptions,
      ),
    async close() {
      await engine.close();
      await postgres.close();
    },
  };
}
