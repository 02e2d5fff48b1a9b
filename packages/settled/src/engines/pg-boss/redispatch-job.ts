import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { asBossDatabase } from "./connect-boss.ts";
import { dispatchJob, type JobOrder } from "./dispatch-job.ts";
import { askEngine } from "./engine-error.ts";

const ENDED: readonly JobWithMetadata["state"][] = ["completed", "failed", "cancelled"];

/**
 * Takes the ended job of this run away, which holds the id, and sends it anew; a job that waits or works stays.
 * Two at once are kept apart by the run's row, which the caller's transaction has written before.
 */
export async function redispatchJob(
  boss: PgBoss,
  order: JobOrder,
  on?: SqlExecutor,
): Promise<void> {
  const { name } = order.operation.queue;
  const within = on === undefined ? {} : { db: asBossDatabase(on) };
  const takeAway = async () => {
    const [job] = await boss.findJobs(name, { id: order.runId, ...within });
    if (job !== undefined && ENDED.includes(job.state)) {
      await boss.deleteJob(name, order.runId, within);
    }
  };
  await (on === undefined ? askEngine(takeAway) : takeAway());
  await dispatchJob(boss, order, on);
}
