import type { PgBoss } from "pg-boss";
import type { OperationCatalog } from "../../catalog/operation-catalog.ts";
import type { OperationDefinition } from "../../catalog/operation-definition.ts";
import { SYSTEM_CLOCK } from "../../ports/clock.ts";
import type { EngineDriver, JobState } from "../../ports/engine-driver.ts";
import { SILENT_LOGGER } from "../../ports/logger.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { RunId } from "../../run/scope.ts";
import { SettledError } from "../../run/settled-error.ts";
import { closeBoss } from "./close-boss.ts";
import { asBossDatabase, connectBoss, type WithinDatabase } from "./connect-boss.ts";
import { dispatchJob, type JobOrder } from "./dispatch-job.ts";
import { askEngine } from "./engine-error.ts";
import { expirySecondsOf, queuesOf } from "./engine-queues.ts";
import { jobStateOf } from "./job-state-of.ts";
import type { PgBossEngineOptions } from "./pg-boss-options.ts";
import { createPgBossErrands } from "./pg-boss-errands.ts";
import { prepareQueues } from "./prepare-queues.ts";
import { redispatchJob } from "./redispatch-job.ts";
import { withdrawJob } from "./withdraw-job.ts";
import { workJobs } from "./work-jobs.ts";

const STATE_WITHIN_MS = 5_000;
/** Jobs of all queues: the table that was asked decides about its rows, also where it is a part of another. */
const JOB_TABLES = ["job", "job_common"];
const READ_TABLES = ["version", "queue"];

/**
 * The driver for pg-boss 12. A job bears its run's id; the queue's name is its job class. Starts on first use,
 * and starts anew after a database that could not be reached.
 */
export function createPgBossEngine(options: PgBossEngineOptions): EngineDriver {
  const { connection = "default", heartbeatSeconds = 10, pollingIntervalSeconds = 0.5 } = options;
  const { expireInSeconds, logger = SILENT_LOGGER } = options;
  const { schema = "pgboss", inWorkspace } = options;
  const boss = connectBoss(options, schema, logger);
  const closes = new AbortController();
  let closing: Promise<void> | null = null;

  const started = (): Promise<PgBoss> => {
    if (closing !== null) throw new SettledError("engine_unavailable", "The engine is closed.");
    return askEngine(() => boss.start());
  };
  const orderOf = (operation: OperationDefinition, runId: RunId): JobOrder => ({
    operation,
    runId,
    expireInSeconds: expireInSeconds ?? expirySecondsOf(operation),
  });
  const withinOf = ({ workspaceId }: OperationRun): WithinDatabase =>
    inWorkspace === undefined ? {} : { db: asBossDatabase(inWorkspace(workspaceId)) };
  const look = async (run: OperationRun): Promise<JobState> =>
    jobStateOf(await started(), run, withinOf(run)).catch(() => "unknown" as const);

  return {
    name: "pg-boss",
    transactional: true,
    tables: { schema, jobs: JOB_TABLES, read: READ_TABLES },
    prepare: async (catalog: OperationCatalog) => {
      const queues = queuesOf(catalog, expireInSeconds);
      await started();
      await askEngine(() => prepareQueues(boss, queues, heartbeatSeconds));
    },
    handOverOf: ({ queue }) => ({ job_class: queue.name, queue: queue.name, connection }),
    dispatch: async (operation, runId, on) =>
      dispatchJob(await started(), orderOf(operation, runId), on),
    redispatch: async (operation, runId, on) =>
      redispatchJob(await started(), orderOf(operation, runId), on),
    jobStateOf: async (run) => {
      const { dispatch } = run.context;
      if (dispatch === undefined) return "missing";
      // The job lies in a queue engine that this driver cannot see.
      if (dispatch.connection !== connection) return "unknown";
      const answered = new AbortController();
      const looked = look(run).catch(() => "unknown" as const);
      const late = SYSTEM_CLOCK.sleep(STATE_WITHIN_MS, answered.signal);
      const state = await Promise.race([looked, late.then(() => "unknown" as const)]);
      answered.abort();
      return state;
    },
    withdraw: async (run) => withdrawJob(await started(), run, withinOf(run)),
    work: async (work) => {
      const queues = queuesOf(work.catalog, expireInSeconds);
      const { signal } = closes;
      const pace = { queues, pollingIntervalSeconds, heartbeatSeconds, logger, closing: signal };
      return workJobs(await started(), pace, work);
    },
    errands: createPgBossErrands({
      started,
      closing: closes.signal,
      heartbeatSeconds,
      pollingIntervalSeconds,
      logger,
    }),
    close: () => {
      closes.abort(new SettledError("engine_unavailable", "The engine was closed."));
      return (closing ??= closeBoss(boss, logger));
    },
  };
}
