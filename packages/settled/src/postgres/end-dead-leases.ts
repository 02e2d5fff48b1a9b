import type { Actor } from "../run/actor.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import { isLockTimeout, isTransient } from "./sql-error.ts";
import type { NamedSql } from "./sql-files.ts";
import { withRetries } from "./with-retries.ts";

/** Each costs half a second of waiting for a lock. */
const PASSED_OVER_MAX = 4;

/**
 * Ends the leases of dead workers, each in a transaction with the waking of its runs. A worker whose run is held by
 * somebody's open transaction is passed over, and tried again by the next sweep.
 */
export async function endDeadLeases(
  options: {
    readonly database: TransactionRunner;
    readonly sql: NamedSql;
    readonly graceMs: number;
  },
  actor: Actor,
): Promise<{ workers: number; runs: number }> {
  const { database, sql, graceMs } = options;
  const passedOver: string[] = [];
  let workers = 0;
  let runs = 0;
  let leaseId: string | null = null;

  const endOne = () =>
    database.transaction(async (tx) => {
      leaseId = null;
      const { rows } = await tx.executeSql(sql("end-dead-lease"), [graceMs, passedOver]);
      if (rows.length === 0) return null;
      leaseId = (rows[0] as { id: string }).id;
      const woken = await tx.executeSql(sql("wake-runs-of-owners"), [
        [leaseId],
        JSON.stringify(actor),
      ]);
      return woken.rows.length;
    });

  while (passedOver.length < PASSED_OVER_MAX) {
    try {
      const woken = await withRetries(
        endOne,
        (error) => isTransient(error) && !isLockTimeout(error),
      );
      if (woken === null) break;
      workers += 1;
      runs += woken;
    } catch (error) {
      if (leaseId === null || !isLockTimeout(error)) throw error;
      passedOver.push(leaseId);
    }
  }
  return { workers, runs };
}
