import type { CheckLog } from "../ports/check-log.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { NamedSql } from "./sql-files.ts";
import { withRetries } from "./with-retries.ts";

export function createPostgresCheckLog(database: SqlExecutor, sql: NamedSql): CheckLog {
  return {
    async countCheck(workspaceId, runId, because) {
      const values = [workspaceId, runId, because];
      const { rows } = await database.executeSql(sql("count-check"), values);
      const row = rows[0] as { tries: number; since_ms: string };
      return { tries: row.tries, sinceMs: Number(row.since_ms) };
    },
    async forgetChecks(workspaceId, runId, because) {
      const forget = () =>
        database.executeSql(sql("forget-checks"), [workspaceId, runId, because ?? null]);
      await withRetries(forget);
    },
  };
}
