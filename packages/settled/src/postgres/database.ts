import { DatabaseError, Pool } from "pg";
import type { SqlExecutor, TransactionRunner } from "../ports/sql-executor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { query, runStatement, runTransaction } from "./run-transaction.ts";
import { asSettledError, isTransient } from "./sql-error.ts";
import { withRetries } from "./with-retries.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
/** The server ends a statement by itself; a line that fell silent does not even say so. */
const ANSWER_WITHIN_MS = STATEMENT_TIMEOUT_MS + 5_000;

export interface DatabaseOptions {
  readonly connectionString: string;
  /** Connections at most; 10 unless said. */
  readonly connectionsMax?: number;
  readonly applicationName?: string;
  /**
   * For a process that serves requests, with an account that row-level security binds: what concerns a workspace is
   * asked in transactions that name it, and nothing is asked of all workspaces. Statements are pipelined then.
   */
  readonly rowSecurity?: "workspace";
}

/** A pool with limits on every wait; faults are told in words. What is safe to repeat, its caller repeats. */
export interface Database extends SqlExecutor, TransactionRunner {
  readonly pool: Pool;
  /** The same database with one workspace named in every transaction: all that row-level security then shows. */
  readonly inWorkspace: (workspaceId: WorkspaceId) => SqlExecutor & TransactionRunner;
  close(): Promise<void>;
}

export function connectDatabase(options: DatabaseOptions): Database {
  const pipeline = options.rowSecurity === "workspace";
  const pool = new Pool({
    pipeline,
    connectionString: options.connectionString,
    max: options.connectionsMax ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    application_name: options.applicationName ?? "settled",
    keepAlive: true,
    allowExitOnIdle: false,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process. So would
  // one that breaks between the moment in which the pool hands it over and the one in which it is received.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const transactionIn =
    (workspaceId: WorkspaceId | null): TransactionRunner["transaction"] =>
    (work, { repeat = false } = {}) =>
      repeat
        ? repeatedly(pool, workspaceId, work)
        : faultsTold(() => runTransaction(pool, workspaceId, work));
  const executeIn =
    (workspaceId: WorkspaceId): SqlExecutor["executeSql"] =>
    (text, values) =>
      faultsTold(() =>
        pipeline
          ? runStatement(pool, workspaceId, { text, values })
          : runTransaction(pool, workspaceId, (tx) => tx.executeSql(text, values)),
      );
  return {
    pool,
    executeSql: (text, values) => faultsTold(() => query(pool, text, values)),
    transaction: transactionIn(null),
    inWorkspace: (workspaceId) => ({
      executeSql: executeIn(workspaceId),
      transaction: transactionIn(workspaceId),
    }),
    close: () => pool.end(),
  };
}

/** Only what the database has done wrong is tried again: the caller's own faults are the caller's. */
async function repeatedly<Result>(
  pool: Pool,
  workspaceId: WorkspaceId | null,
  work: (tx: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  let isOwnFault = false;
  const once = async (tx: SqlExecutor): Promise<Result> => {
    isOwnFault = true;
    const executeSql: SqlExecutor["executeSql"] = (text, values) =>
      tx.executeSql(text, values).catch((error: unknown) => {
        isOwnFault = false;
        throw error;
      });
    const result = await work({ executeSql });
    isOwnFault = false;
    return result;
  };
  return withRetries(
    () => {
      isOwnFault = false;
      return faultsTold(() => runTransaction(pool, workspaceId, once));
    },
    (error) => !isOwnFault && isTransient(error),
  );
}

async function faultsTold<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asSettledErrorUnlessForeign(error);
  }
}

/** Errors of the caller's own code pass through a transaction as they are. */
function asSettledErrorUnlessForeign(error: unknown): unknown {
  const mapped = asSettledError(error);
  return mapped.code === "internal" && !isDatabaseError(error) ? error : mapped;
}

function isDatabaseError(error: unknown): boolean {
  return error instanceof DatabaseError;
}
