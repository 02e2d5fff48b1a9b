import type { PgBoss } from "pg-boss";
import type { EngineQueue } from "./engine-queues.ts";

/** A retry waits until the lease of the worker that was lost has ended, so that it can begin the run. */
const RETRY_DELAY_SECONDS = 5;
const RETRY_DELAY_SECONDS_MAX = 60;
/** For jobs that tell of failed ones. About two weeks of tries: as long as pg-boss keeps a waiting job. */
export const TELLING = {
  retryBackoff: true,
  retryDelay: 1,
  retryDelayMax: RETRY_DELAY_SECONDS_MAX,
  retryLimit: 20_000,
  expireInSeconds: 300,
} as const;

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
    await makeQueue(boss, queue.failedName, { ...TELLING, heartbeatSeconds });
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

/** Makes a queue, or brings its settings up to date. */
export async function makeQueue(
  boss: PgBoss,
  name: string,
  settings: QueueSettings,
): Promise<void> {
  await boss.createQueue(name, settings);
  // Creating leaves a queue that exists as it was.
  await boss.updateQueue(name, settings);
}
