import type { RunScope, SqlExecutor } from "settled";
import type { CoverageRecord } from "../snapshot/snapshot.ts";
import { platformSql } from "./platform-sql.ts";

/** What of each type a snapshot covered, without its items. */
export async function listCoverage(
  on: SqlExecutor,
  scope: RunScope,
  snapshotId: string,
): Promise<readonly CoverageRecord[]> {
  const key = [scope.workspaceId, scope.environmentId, snapshotId];
  const { rows } = await on.executeSql(platformSql("list-snapshot-coverage"), key);
  return rows as readonly CoverageRecord[];
}
