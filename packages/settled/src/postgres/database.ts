import { DatabaseError, Pool, type PoolClient } from "pg";
import type { SqlExecutor, TransactionRunner } from "../ports/sql-executor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import { asSettledError, isTransient, isUnheard } from "./sql-error.ts";
import { withRetries } from "./with-retries.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Until the transaction ends and no longer, so that a pooled connection carries it to nobody else. */
const NAME_WORKSPACE = "select set_config('settled_scope.workspace_id', $1, true)";
const IDLE_IN_TRANSACTION_MS = 10_000;
/** The server ends a statement by itself; a line that fell silent does not even say so. */
const ANSWER_WITHIN_MS = STATEMENT_TIMEOUT_MS + 5_000;

export interface DatabaseOptions {
  readonly connectionString: string;
  /** Connections at most; 10 unless said. */
  readonly connectionsMax?: number;
  readonly applicationName?: string;
}

/** A pool with limits on every wait; faults are told in words. What is safe to repeat, its caller repeats. */
export interface Database extends SqlExecutor, TransactionRunner {
  readonly pool: Pool;
  /** The same database with one workspace named in every transaction: all that row-level security then shows. */
  inWorkspace(workspaceId: WorkspaceId): SqlExecutor & TransactionRunner;
  close(): Promise<void>;
}

export function connectDatabase(options: DatabaseOptions): Database {
  const pool = new Pool({
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
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const transaction: TransactionRunner["transaction"] = (work, { repeat = false } = {}) =>
    repeat ? repeatedly(pool, work) : faultsTold(() => inTransaction(pool, work));
  return {
    pool,
    executeSql: (text, values) => faultsTold(() => query(pool, text, values)),
    transaction,
    inWorkspace(workspaceId) {
      const named: TransactionRunner["transaction"] = (work, given) =>
        transaction(async (tx) => {
          await tx.executeSql(NAME_WORKSPACE, [workspaceId]);
          return work(tx);
        }, given);
      return {
        transaction: named,
        executeSql: (text, values) => named((tx) => tx.executeSql(text, values)),
      };
    },
    close: () => pool.end(),
  };
}

/** Runs `work` on the executor that the caller's transaction gave, else on the pool. */
export async function query(
  client: Pool | PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: readonly unknown[] }> {
  const result = await client.query(text, [...values]);
  return { rows: result.rows };
}

export async function inTransaction<Result>(
  pool: Pool,
  work: (tx: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  client.on("error", onError);
  try {
    await client.query("begin");
    const result = await work({ executeSql: (text, values) => query(client, text, values) });
    const { command } = await client.query("commit");
    // A fault that `work` kept to itself: PostgreSQL answers such a COMMIT with ROLLBACK, and without an error.
    if (command !== "COMMIT") throw rolledBack();
    return result;
  } catch (error) {
    if (isUnheard(error)) broken = error;
    else await client.query("rollback").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/** Only what the database has done wrong is tried again: the caller's own faults are the caller's. */
async function repeatedly<Result>(
  pool: Pool,
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
      return faultsTold(() => inTransaction(pool, once));
    },
    (error) => !isOwnFault && isTransient(error),
  );
}

function rolledBack(): SettledError {
  return new SettledError("internal", "A statement of the transaction failed, so it was undone.");
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
