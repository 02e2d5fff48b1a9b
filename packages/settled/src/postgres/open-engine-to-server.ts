import type { EngineTables } from "../ports/engine-driver.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import type { NamedSql } from "./sql-files.ts";

/**
 * Lets the server's role dispatch: it reads and writes the jobs whose runs row-level security shows it. Idempotent;
 * tables that this account does not own are left to their owner.
 */
export async function openEngineToServer(
  { database, sql }: { readonly database: TransactionRunner; readonly sql: NamedSql },
  { schema, jobs, read }: EngineTables,
): Promise<void> {
  const open = sql("open-engine-to-server");
  await database.transaction((tx) => tx.executeSql(open, [schema, jobs, read]), { repeat: true });
}
