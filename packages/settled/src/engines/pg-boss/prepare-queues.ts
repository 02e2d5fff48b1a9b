import type { PgBoss } from "pg-boss";
import type { EngineQueue } from "./engine-queues.ts";

/** A retry waits until the lease of the worker that was lost has ended, so that it can begin the run. */
const RETRY_DELAY_SECONDS = 5;
const RETRY_DELAY_SECONDS_MAX = 60;
/** About two weeks of tries: as long as pg-boss keeps a waiting job. */
const FAILED_JOB_RETRIES_MAX = 20_000;
const FAILED_JOB_EXPIRE_SECONDS = 300;

/** Makes each queue and the queue of its failed jobs, or brings their settings up to date. */
export async function prepareQueues(
  boss: PgBoss,
  queues: readonly EngineQueue[],
  heartbeatSeconds: number,
): Promise<void> {
  const retrying = {
    retryBackoff: true,
    retryDelayMax: RETRY_DELAY_SECONDS_MAX,
    heartbeatSeconds,
  };
  for (const queue of queues) {
    await makeQueue(boss, queue.failedName, {
      ...retrying,
      retryDelay: 1,
      retryLimit: FAILED_JOB_RETRIES_MAX,
      expireInSeconds: FAILED_JOB_EXPIRE_SECONDS,
    });
    await makeQueue(boss, queue.name, {
      ...retrying,
      retryDelay: RETRY_DELAY_SECONDS,
      retryLimit: queue.retriesMax,
      expireInSeconds: queue.expireInSeconds,
      deadLetter: queue.failedName,
    });
  }
}

type QueueSettings = NonNullable<Parameters<PgBoss["createQueue"]>[1]>;

async function makeQueue(boss: PgBoss, name: string, settings: QueueSettings): Promise<void> {
  await boss.createQueue(name, settings);
  // Creating leaves a queue that exists as it was.
  await boss.updateQueue(name, settings);
}
