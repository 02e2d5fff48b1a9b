import type { SqlExecutor } from "../catalog/sql-executor.ts";

export type { SqlExecutor };

/** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
export interface TransactionRunner {
  transaction<Result>(work: (tx: SqlExecutor) => Promise<Result>): Promise<Result>;
}
