import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { JobState } from "../../ports/engine-driver.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { WithinDatabase } from "./connect-boss.ts";
import { isQueueNotFound } from "./engine-error.ts";

/**
 * `cancelled` is told as failed, not as missing: somebody ended the job within pg-boss, so it will never run, and
 * it was not lost, so nothing may hand it over again by itself.
 */
const STATES: Readonly<Record<JobWithMetadata["state"], JobState>> = {
  created: "waiting",
  active: "active",
  retry: "retrying",
  completed: "finished",
  failed: "failed",
  cancelled: "failed",
};

/** What pg-boss says of the run's job, by one look-up on the primary key of its queue's table. */
export async function jobStateOf(
  boss: PgBoss,
  run: OperationRun,
  within: WithinDatabase,
): Promise<JobState> {
  const queue = run.context.dispatch?.queue;
  if (queue === undefined) return "missing";
  try {
    const [job] = await boss.findJobs(queue, { id: run.id, limit: 1, ...within });
    if (job === undefined) return "missing";
    return STATES[job.state] ?? "unknown";
  } catch (error) {
    // Jobs go with their queue.
    return isQueueNotFound(error) ? "missing" : "unknown";
  }
}
