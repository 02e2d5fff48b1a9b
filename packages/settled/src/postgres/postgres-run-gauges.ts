import type { RunGauges } from "../ports/run-gauges.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { NamedSql } from "./sql-files.ts";

interface StandingRow {
  readonly oldest_needing_person_ms: string;
  readonly sweep_lag_ms: string;
}

export function createPostgresRunGauges(database: SqlExecutor, sql: NamedSql): RunGauges {
  return {
    async readStanding() {
      const { rows } = await database.executeSql(sql("read-standing"));
      const [row] = rows as StandingRow[];
      return {
        oldestNeedingPersonMs: Number(row?.oldest_needing_person_ms ?? 0),
        sweepLagMs: Number(row?.sweep_lag_ms ?? 0),
      };
    },
    async detectionMs({ workspaceId, id, ownerId }) {
      const { rows } = await database.executeSql(sql("detection-time"), [workspaceId, id, ownerId]);
      const [row] = rows as { ms: string }[];
      return row === undefined ? null : Number(row.ms);
    },
  };
}
