import type { PgBoss } from "pg-boss";
import type { OperationDefinition } from "../../catalog/operation-definition.ts";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { jobPayloadOf } from "../../run/dispatch-record.ts";
import type { RunId } from "../../run/scope.ts";
import { asBossDatabase } from "./connect-boss.ts";
import { asEngineError, askEngine, isQueueNotFound } from "./engine-error.ts";

export interface JobOrder {
  readonly operation: OperationDefinition;
  readonly runId: RunId;
  readonly expireInSeconds: number;
}

/**
 * Sends the job under the run's own id. pg-boss inserts with `on conflict do nothing`, so a second sending changes
 * nothing, whatever became of the first. In a caller's transaction its database errors stay as they are.
 */
export async function dispatchJob(boss: PgBoss, order: JobOrder, on?: SqlExecutor): Promise<void> {
  const { operation, runId, expireInSeconds } = order;
  // Given with the job and not only with the queue: operations that share a queue may differ.
  const options = { id: runId, retryLimit: operation.queue.retries, expireInSeconds };
  const { name } = operation.queue;
  if (on === undefined) {
    await askEngine(() => boss.send(name, jobPayloadOf(runId), options));
    return;
  }
  try {
    await boss.send(name, jobPayloadOf(runId), { ...options, db: asBossDatabase(on) });
  } catch (error) {
    throw isQueueNotFound(error) ? asEngineError(error) : error;
  }
}
