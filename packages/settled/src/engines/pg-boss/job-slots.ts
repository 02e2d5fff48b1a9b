import type { JobWithMetadata, PgBoss } from "pg-boss";

export interface SlotOptions {
  readonly queue: string;
  readonly count: number;
  readonly pollingIntervalSeconds: number;
  readonly heartbeatSeconds: number;
  /** Jobs of one group at once, over all processes; no limit unless said. */
  readonly groupConcurrency?: number;
}

/** Takes the jobs of one queue, each slot one after another; `stop` resolves when the last one is done. */
export interface JobSlots {
  stop(): Promise<void>;
}

type TakeJob = (job: JobWithMetadata) => Promise<void>;

/** A worker that misses two beats is still heard before it counts as lost. */
const BEATS_PER_HEARTBEAT = 3;

/**
 * Opens `count` slots of one job each, so that a job is completed or failed by itself. What `take` rejects with is
 * stored by pg-boss: it must be plain.
 */
export async function openSlots(
  boss: PgBoss,
  options: SlotOptions,
  take: TakeJob,
): Promise<JobSlots> {
  const slots: string[] = [];
  for (let index = 0; index < options.count; index += 1) {
    slots.push(await openSlot(boss, options, take));
  }
  return {
    stop: async () => {
      await Promise.all(slots.map((id) => boss.offWork(options.queue, { id, wait: true })));
    },
  };
}

async function openSlot(boss: PgBoss, options: SlotOptions, take: TakeJob): Promise<string> {
  const { queue, pollingIntervalSeconds, heartbeatSeconds, groupConcurrency } = options;
  const settings = {
    includeMetadata: true,
    pollingIntervalSeconds,
    heartbeatRefreshSeconds: heartbeatSeconds / BEATS_PER_HEARTBEAT,
    ...(groupConcurrency === undefined ? {} : { groupConcurrency }),
  } as const;
  const slot = await boss.work(queue, settings, async ([job]: JobWithMetadata[]) => {
    try {
      if (job !== undefined) await take(job);
    } finally {
      // pg-boss sleeps out its interval after each job; where one was, the next is looked for at once.
      boss.notifyWorker(slot);
    }
  });
  return slot;
}
