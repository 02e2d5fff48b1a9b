import type { PgBoss } from "pg-boss";
import { type Clock, SYSTEM_CLOCK } from "../../ports/clock.ts";
import type { EngineWorker, EngineWorkOptions } from "../../ports/engine-driver.ts";
import type { Logger } from "../../ports/logger.ts";
import { asPlainError, describeFailure } from "../../run/describe-failure.ts";
import type { EngineQueue } from "./engine-queues.ts";
import { tellFailedJobs } from "./failed-jobs.ts";
import { type JobSlots, openSlots } from "./job-slots.ts";
import { stopSlots } from "./stop-slots.ts";

export interface WorkJobsOptions {
  readonly queues: readonly EngineQueue[];
  readonly pollingIntervalSeconds: number;
  readonly heartbeatSeconds: number;
  readonly logger: Logger;
  /** Fires when the engine is closed: what is under way is failed then. */
  readonly closing: AbortSignal;
  readonly clock?: Clock;
}

/** Works every queue with `concurrency` slots each, and tells of its failed jobs. */
export async function workJobs(
  boss: PgBoss,
  options: WorkJobsOptions,
  work: EngineWorkOptions,
): Promise<EngineWorker> {
  const { queues, logger, closing, clock = SYSTEM_CLOCK, ...pace } = options;
  const graceOver = new AbortController();
  const open: JobSlots[] = [];
  for (const queue of queues) {
    open.push(
      await openSlots(
        boss,
        { ...pace, queue: queue.name, count: work.concurrency },
        async (job) => {
          // Not the job's own signal: pg-boss fires it when it gives a job up, also that of a process which was
          // merely busy. Whose the run is, and how long it may take, its lease and its time limit say.
          const signal = AbortSignal.any([graceOver.signal, closing]);
          const delivery = { jobClass: job.name, queue: job.name, payload: job.data, signal };
          try {
            await work.deliver(delivery);
          } catch (thrown) {
            throw asPlainError(describeFailure(thrown, job.retryCount + 1));
          }
        },
      ),
      await tellFailedJobs(boss, {
        ...pace,
        queue: queue.failedName,
        onFailedJob: (delivery) => work.onFailedJob(delivery),
        logger,
      }),
    );
  }
  return { stop: ({ graceMs }) => stopSlots(open, { graceMs, graceOver, logger, clock }) };
}
