import { bulkOperation } from "./bulk/bulk-operation.ts";
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
import type { EventTail } from "./ports/event-tail.ts";
import { type FaultPoints, NO_FAULTS } from "./ports/fault-points.ts";
import type { KeyedAnswers } from "./ports/keyed-answers.ts";
import { type Logger, SILENT_LOGGER } from "./ports/logger.ts";
import type { RunReader } from "./ports/run-reader.ts";
import type { SavedViews } from "./ports/saved-views.ts";
import type { Telemetry } from "./ports/telemetry.ts";
import type { Surroundings } from "./ports/surroundings.ts";
import type { TruthSource } from "./ports/truth-source.ts";
import type { WorkWatch } from "./ports/work-watch.ts";
import { keptFor } from "./kept-for.ts";
import { openWebhooks } from "./open-webhooks.ts";
import { openEngineToServer } from "./postgres/open-engine-to-server.ts";
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
import type { WorkspaceId } from "./run/scope.ts";
import { SettledError } from "./run/settled-error.ts";
import { type CancelInput, cancelRun, type CancelRunAnswer } from "./start/cancel-run.ts";
import { type RerunAnswer, type RerunInput, rerunRun } from "./start/rerun-run.ts";
import {
  type StartAnswer,
  type StartInput,
  startOperation,
  type StartOptions,
} from "./start/start-operation.ts";
import { startWorker, type WorkerHandle, type WorkerOptions } from "./start-worker.ts";
import type { WebhookDesk } from "./webhooks/webhook-desk.ts";
import { createOpenTelemetry } from "./telemetry/open-telemetry.ts";
import type { WebhookOptions } from "./webhooks/webhook-settings.ts";

export interface SettledOptions {
  readonly postgres: PostgresOptions;
  readonly engine: EngineDriver;
  readonly operations: readonly AnyOperation[];
  /** Whether actions on many runs are offered, as runs of an operation of the library's own; not unless said. */
  readonly bulk?: boolean;
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** What is measured; the OpenTelemetry API unless said, which is nothing until an SDK is registered. */
  readonly telemetry?: Telemetry;
  /** For tests alone. */
  readonly faults?: FaultPoints;
  readonly adapterTimeoutMs?: number;
  readonly sweepEveryMs?: number;
  readonly sweepLimits?: SweepLimits;
  /** Tells endpoints of runs by signed messages; without it nobody can enter an endpoint. */
  readonly webhooks?: WebhookOptions;
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
  /** Lists of runs that people want to come back to. */
  readonly views: SavedViews;
  /** What happens to runs, as it is committed. Ended by `close`. */
  readonly tail: EventTail;
  /** Who works, and how long work takes. */
  readonly watch: WorkWatch;
  readonly database: Database;
  readonly engine: EngineDriver;
  /** Null unless the options switch webhooks on. */
  readonly webhooks: WebhookDesk | null;
  /** What this process depends on; looked at once in a second at most, since anybody may ask. */
  surroundings(): Promise<Surroundings>;
  /**
   * Makes what the engine needs for dispatching, and lets servers dispatch. Idempotent; before the first start or
   * work, as the owner of the tables.
   */
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

const SURROUNDINGS_KEPT_MS = 1_000;

/** Composes the library for PostgreSQL and one queue engine. Opens nothing until it is used. */
export function createSettled(options: SettledOptions): Settled {
  const { engine, logger = SILENT_LOGGER, clock = SYSTEM_CLOCK, faults = NO_FAULTS } = options;
  const postgres = openPostgres({ logger, ...options.postgres });
  const { database, executors, reader, truth } = postgres;
  const bulk = bulkOperation({
    recordSql: postgres.sql("find-bulk-record"),
    parts: () => ({ verbs: settled, reader, transactions: executors.everywhere, faults }),
  });
  const catalog = createOperationCatalog([
    ...options.operations,
    ...(options.bulk === true ? [bulk] : []),
  ]);
  const { telemetry = createOpenTelemetry({ gauges: postgres.gauges, logger }) } = options;
  const lifecycle = new RunLifecycle({ writer: postgres.writer, faults, telemetry });
  const reconciling: ReconcileOptions = {
    catalog,
    reader,
    lifecycle,
    truth,
    faults,
    logger,
    telemetry,
    driver: engine,
    transactions: executors.everywhere,
    checks: postgres.checks,
    ...(options.adapterTimeoutMs === undefined
      ? {}
      : { adapterTimeoutMs: options.adapterTimeoutMs }),
  };
  const askTruth: AskTruth = async (run, hint) => {
    await reconcileRun(reconciling, { run, hint, actor: SWEEPER });
  };
  const startingIn = (workspaceId: WorkspaceId): StartOptions => ({
    catalog,
    lifecycle,
    driver: engine,
    transactions: executors.within(workspaceId),
    faults,
    logger,
    telemetry,
  });
  const webhooks =
    options.webhooks === undefined
      ? null
      : openWebhooks(options.webhooks, { engine, postgres, clock, logger, faults });
  const settled: Settled = {
    catalog,
    reader,
    truth,
    answers: postgres.answers,
    audit: postgres.audit,
    views: postgres.views,
    tail: postgres.tail,
    watch: postgres.workWatch,
    database,
    engine,
    webhooks: webhooks?.desk ?? null,
    surroundings: keptFor(SURROUNDINGS_KEPT_MS, clock, () => postgres.readSurroundings()),
    async prepare() {
      assertOwner(options.postgres);
      await engine.prepare(catalog);
      if (engine.tables !== undefined) await openEngineToServer(postgres, engine.tables);
    },
    start: (input) => startOperation(startingIn(input.workspaceId), input),
    rerun: (input) => rerunRun(startingIn(input.run.workspaceId), input),
    cancel: (target, actor) => cancelRun({ reader, lifecycle, driver: engine }, target, actor),
    reconcile: (input) =>
      reconcileRun(
        { ...reconciling, transactions: executors.within(input.run.workspaceId) },
        input,
      ),
    resolve: (input) => resolveRun({ reader, lifecycle, truth, catalog }, input),
    async sweep() {
      assertOwner(options.postgres);
      return sweepDueRuns(reconciling, options.sweepLimits);
    },
    async work(workerOptions = {}) {
      assertOwner(options.postgres);
      return startWorker(
        {
          ...reconciling,
          clock,
          askTruth,
          openLease: () => postgres.openLease(),
          noteSweep: (leaseId) => postgres.noteSweep(leaseId),
          bridge: (delivery) =>
            bridgeFailedJob({ reader, catalog, driver: engine, askTruth, logger }, delivery),
          ...(webhooks === null ? {} : { startWebhooks: webhooks.startWorker }),
          ...(options.sweepEveryMs === undefined ? {} : { sweepEveryMs: options.sweepEveryMs }),
          ...(options.sweepLimits === undefined ? {} : { limits: options.sweepLimits }),
        },
        workerOptions,
      );
    },
    async close() {
      await engine.close();
      await postgres.close();
    },
  };
  return settled;
}

/** What concerns all workspaces is not for a process that is held to one at a time. */
function assertOwner({ rowSecurity }: PostgresOptions): void {
  if (rowSecurity === undefined) return;
  throw new SettledError(
    "invalid_configuration",
    "A process with rowSecurity serves requests. Prepare, work and sweep in one whose account owns the tables.",
  );
}
