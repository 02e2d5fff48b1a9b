import type { SqlExecutor, TransactionRunner } from "../ports/sql-executor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import type { Database } from "./database.ts";

type Executor = SqlExecutor & TransactionRunner;

/** What the statements of the store run on. */
export interface StoreExecutors {
  /** For what concerns one workspace. */
  within(workspaceId: WorkspaceId): Executor;
  /** For what names none: a job's run, due runs, leases. */
  readonly everywhere: Executor;
}

/** Of a process whose account owns the tables, such as a worker: row-level security does not concern it. */
export function executorsOfOwner(database: Database): StoreExecutors {
  return { within: () => database, everywhere: database };
}

/** Of a process that serves requests: each transaction names its workspace, and nothing is asked of all of them. */
export function executorsOfServer(database: Database): StoreExecutors {
  return {
    within: (workspaceId) => database.inWorkspace(workspaceId),
    everywhere: { executeSql: refuse, transaction: refuse },
  };
}

async function refuse(): Promise<never> {
  throw new SettledError(
    "permission_missing",
    "This process serves one workspace at a time; what concerns all of them is a worker's.",
  );
}
