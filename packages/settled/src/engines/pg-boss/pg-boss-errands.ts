import type { PgBoss } from "pg-boss";
import { SYSTEM_CLOCK } from "../../ports/clock.ts";
import type { Errand, ErrandDriver, ErrandQueue } from "../../ports/errand-driver.ts";
import type { Logger } from "../../ports/logger.ts";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { asPlainError, describeFailure } from "../../run/describe-failure.ts";
import { asBossDatabase } from "./connect-boss.ts";
import { asEngineError, askEngine, isQueueNotFound } from "./engine-error.ts";
import { failedQueueOf } from "./engine-queues.ts";
import { tellFailedJobs } from "./failed-jobs.ts";
import { openSlots } from "./job-slots.ts";
import { makeQueue, TELLING } from "./prepare-queues.ts";
import { stopSlots } from "./stop-slots.ts";

export interface PgBossErrandsOptions {
  started(): Promise<PgBoss>;
  readonly closing: AbortSignal;
  readonly heartbeatSeconds: number;
  readonly pollingIntervalSeconds: number;
  readonly logger: Logger;
}

/** Errands as pg-boss jobs: its retries, its jittered backoff, its dead letters for those that were given up. */
export function createPgBossErrands(options: PgBossErrandsOptions): ErrandDriver {
  const { started, closing, heartbeatSeconds, pollingIntervalSeconds, logger } = options;
  return {
    async prepare(queue) {
      const boss = await started();
      const failedName = failedQueueOf(queue.name);
      await askEngine(async () => {
        await makeQueue(boss, failedName, { ...TELLING, heartbeatSeconds });
        await makeQueue(boss, queue.name, {
          retryLimit: queue.triesMax - 1,
          retryBackoff: true,
          retryDelay: queue.firstWaitSeconds,
          retryDelayMax: queue.waitSecondsMax,
          expireInSeconds: queue.tryWithinSeconds,
          heartbeatSeconds,
          deadLetter: failedName,
        });
      });
    },
    send: async (queue, errand, on) => sendErrand(await started(), { queue, errand }, on),
    async work(queue, work) {
      const boss = await started();
      const pace = { heartbeatSeconds, pollingIntervalSeconds };
      const graceOver = new AbortController();
      const signal = AbortSignal.any([graceOver.signal, closing]);
      const slots = await openSlots(
        boss,
        {
          ...pace,
          queue: queue.name,
          count: work.concurrency,
          groupConcurrency: work.concurrencyOfGroup,
        },
        async (job) => {
          const isLastTry = job.retryCount >= job.retryLimit;
          try {
            await work.carryOut({ payload: job.data, isLastTry, signal });
          } catch (thrown) {
            throw asPlainError(describeFailure(thrown, job.retryCount + 1));
          }
        },
      );
      const failed = await tellFailedJobs(boss, {
        ...pace,
        queue: failedQueueOf(queue.name),
        onFailedJob: ({ payload }) => work.onGivenUp(payload),
        logger,
      });
      const limits = { graceOver, logger, clock: SYSTEM_CLOCK };
      return { stop: ({ graceMs }) => stopSlots([slots, failed], { graceMs, ...limits }) };
    },
  };
}

async function sendErrand(
  boss: PgBoss,
  { queue, errand }: { readonly queue: ErrandQueue; readonly errand: Errand },
  on?: SqlExecutor,
): Promise<void> {
  const { key, payload, group, triesMax } = errand;
  const options = {
    id: key,
    group: { id: group },
    ...(triesMax === undefined ? {} : { retryLimit: triesMax - 1 }),
    ...(on === undefined ? {} : { db: asBossDatabase(on) }),
  };
  try {
    await boss.send(queue.name, payload, options);
  } catch (error) {
    // In a caller's transaction its database errors stay as they are.
    throw on === undefined || isQueueNotFound(error) ? asEngineError(error) : error;
  }
}
