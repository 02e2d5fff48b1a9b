import type { OperationRun, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** The word that pg-boss has for the job of a run; null if it has none. */
export async function queueJobState(on: SqlExecutor, run: OperationRun): Promise<string | null> {
  const values = [run.context.dispatch?.queue ?? "", run.id];
  const { rows } = await on.executeSql(platformSql("find-queue-job"), values);
  return rows.length === 0 ? null : (rows[0] as { state: string }).state;
}
