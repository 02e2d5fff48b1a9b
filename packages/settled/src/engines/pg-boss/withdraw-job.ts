import type { PgBoss } from "pg-boss";
import type { OperationRun } from "../../run/operation-run.ts";
import type { WithinDatabase } from "./connect-boss.ts";
import { askEngine, isQueueNotFound } from "./engine-error.ts";

/** Longer than the moment between holding a job back and taking it away. */
const HELD_BACK_SECONDS = 3_600;

/**
 * Takes the waiting job of the run away. pg-boss deletes and cancels jobs at work too, but it edits only waiting
 * ones: so the job is first held back, which tells whether it waits and keeps every worker off it.
 */
export async function withdrawJob(
  boss: PgBoss,
  run: OperationRun,
  within: WithinDatabase,
): Promise<void> {
  const queue = run.context.dispatch?.queue;
  if (queue === undefined) return;
  await askEngine(async () => {
    try {
      const held = await boss.update(queue, undefined, {
        id: run.id,
        startAfter: HELD_BACK_SECONDS,
        ...within,
      });
      if (held.updated > 0) await boss.deleteJob(queue, run.id, within);
    } catch (error) {
      if (!isQueueNotFound(error)) throw error;
    }
  });
}
