import type { SqlExecutor } from "../catalog/sql-executor.ts";
import type { WorkspaceId } from "../run/scope.ts";

export type { SqlExecutor };

export interface TransactionRunner {
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<Result>(
    work: (tx: SqlExecutor) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>;
}

/** Transactions that name one workspace: all that row-level security then shows and takes. */
export interface WorkspaceTransactions {
  inWorkspace(workspaceId: WorkspaceId): SqlExecutor & TransactionRunner;
}

export interface TransactionOptions {
  /**
   * Does the whole of it again after a passing fault of the database, also after one that hid whether it was
   * committed: `work` must know what an earlier try of its own has left.
   */
  readonly repeat?: boolean;
}
