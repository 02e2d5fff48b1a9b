import type { SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** Whether any worker process holds an open, unexpired lease. */
export async function hasLiveWorker(on: SqlExecutor): Promise<boolean> {
  const { rows } = await on.executeSql(platformSql("count-live-workers"));
  return (rows[0] as { workers: number }).workers > 0;
}
