import type { SqlExecutor } from "settled";
import type { Database } from "settled/postgres";

/** Whatever can execute statements and hold several of them together. */
export type Transacting = Pick<Database, "executeSql" | "transaction">;

/** A transaction under way: what joins it stands or falls with it. */
export function joinedTransaction(tx: SqlExecutor): Transacting {
  return {
    executeSql: (text, values) => tx.executeSql(text, values),
    transaction: (work) => work(tx),
  };
}
