import type { Pool, PoolClient, QueryResult } from "pg";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import { askInOrder, type Question } from "./ask-in-order.ts";
import { isUnheard } from "./sql-error.ts";
import { openingOf } from "./transaction-opening.ts";

interface Rows {
  readonly rows: readonly unknown[];
}

/** Does the work in one transaction, with the workspace named in it; null = none. */
export function runTransaction<Result>(
  pool: Pool,
  workspaceId: WorkspaceId | null,
  work: (tx: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  return onConnection(pool, async (client) => {
    const opened = askInOrder(client, openingOf(workspaceId));
    // Heard below: whatever broke it breaks the work too.
    opened.catch(() => undefined);
    if (!client.pipeline) await opened;
    const tx: SqlExecutor = { executeSql: (text, values) => query(client, text, values) };
    try {
      const result = await work(tx);
      await opened;
      assertCommitted(await client.query("commit"));
      return result;
    } catch (error) {
      await opened;
      throw error;
    }
  });
}

/** Runs one statement in a transaction of its own with the workspace named, in one round trip. For pipelines alone. */
export function runStatement(
  pool: Pool,
  workspaceId: WorkspaceId,
  statement: Question,
): Promise<Rows> {
  return onConnection(pool, async (client) => {
    const whole = [...openingOf(workspaceId), statement, { text: "commit" }];
    const answers = await askInOrder(client, whole);
    assertCommitted(answers.at(-1));
    return { rows: answers.at(-2)?.rows ?? [] };
  });
}

/** Runs a statement on the client of a transaction, or on the pool. */
export async function query(
  client: Pool | PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Rows> {
  const result = await client.query(text, [...values]);
  return { rows: result.rows };
}

/** A connection that is given back carries no transaction; one of which that is not known is given to nobody. */
async function onConnection<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  client.on("error", onError);
  try {
    return await work(client);
  } catch (error) {
    if (isUnheard(error)) broken = error;
    else await client.query("rollback").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/** A fault that was kept from us: PostgreSQL answers such a COMMIT with ROLLBACK, and without an error. */
function assertCommitted(ended: QueryResult | undefined): void {
  if (ended?.command === "COMMIT") return;
  throw new SettledError("internal", "A statement of the transaction failed, so it was undone.");
}
