import type { RunScope, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** How many types a snapshot names, and how many of them it covers completely. */
export interface CoverageCount {
  readonly types: number;
  readonly complete: number;
}

/** By snapshot; one that names no type is not in the answer. */
export async function countCoverage(
  on: SqlExecutor,
  scope: RunScope,
  snapshotIds: readonly string[],
): Promise<ReadonlyMap<string, CoverageCount>> {
  const values = [scope.workspaceId, scope.environmentId, snapshotIds];
  const { rows } = await on.executeSql(platformSql("count-coverage"), values);
  return new Map(
    rows.map((row) => {
      const { snapshot_id, types, complete } = row as CoverageCount & { snapshot_id: string };
      return [snapshot_id, { types, complete }];
    }),
  );
}
