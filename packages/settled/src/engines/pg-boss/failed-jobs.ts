import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { EngineWorkOptions } from "../../ports/engine-driver.ts";
import type { Logger } from "../../ports/logger.ts";
import { asPlainError, describeFailure } from "../../run/describe-failure.ts";
import { type JobSlots, openSlots, type SlotOptions } from "./job-slots.ts";

const FAILED_JOBS_AT_ONCE = 2;

/**
 * Tells of the jobs that pg-boss has given up. They are jobs themselves, copied in the transaction that failed the
 * first ones: a telling that rejects, or dies, is told again.
 */
export function tellFailedJobs(
  boss: PgBoss,
  options: Omit<SlotOptions, "count"> & {
    readonly onFailedJob: EngineWorkOptions["onFailedJob"];
    readonly logger: Logger;
  },
): Promise<JobSlots> {
  const { onFailedJob, logger, ...slots } = options;
  return openSlots(boss, { ...slots, count: FAILED_JOBS_AT_ONCE }, async (job) => {
    try {
      await onFailedJob({ ...originOf(job), payload: job.data, signal: job.signal });
    } catch (thrown) {
      const failure = describeFailure(thrown, job.retryCount + 1);
      logger.warn(
        { engine: "pg-boss", job: job.sourceId, error: failure.message },
        "a failed job could not be told of; pg-boss will try again",
      );
      throw asPlainError(failure);
    }
  });
}

/** A job that somebody put here by hand has no origin, and then names this queue: it matches no run. */
function originOf(job: JobWithMetadata): { jobClass: string; queue: string } {
  const queue = job.sourceName ?? job.name;
  return { jobClass: queue, queue };
}
