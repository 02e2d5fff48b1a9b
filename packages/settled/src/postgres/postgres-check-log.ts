import type { CheckLog } from "../ports/check-log.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";
import { withRetries } from "./with-retries.ts";

export function createPostgresCheckLog({ within }: StoreExecutors, sql: NamedSql): CheckLog {
  return {
    async countCheck(workspaceId, runId, because) {
      const values = [workspaceId, runId, because];
      const { rows } = await within(workspaceId).executeSql(sql("count-check"), values);
      const row = rows[0] as { tries: number; since_ms: string };
      return { tries: row.tries, sinceMs: Number(row.since_ms) };
    },
    async forgetChecks(workspaceId, runId, because) {
      const forget = () =>
        within(workspaceId).executeSql(sql("forget-checks"), [workspaceId, runId, because ?? null]);
      await withRetries(forget);
    },
  };
}
