import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { NamedSql } from "../sql-files.ts";
import type { RunKey, RunRange } from "./invariant.ts";

export interface RunRangePage extends RunRange {
  readonly runs: number;
}

const BEFORE_ALL: RunKey = { workspaceId: "", id: "00000000-0000-0000-0000-000000000000" };

/** All runs of the database as ranges of their keys, so that no statement and no answer grows with the history. */
export async function* pageRuns(
  executor: SqlExecutor,
  sql: NamedSql,
  pageSize: number,
): AsyncGenerator<RunRangePage> {
  let after = BEFORE_ALL;
  for (;;) {
    const values = [after.workspaceId, after.id, pageSize];
    const { rows } = await executor.executeSql(sql("next-run-page"), values);
    const row = rows[0] as { workspace_id: string; id: string; runs: number } | undefined;
    if (row === undefined) return;
    const last = { workspaceId: row.workspace_id, id: row.id };
    yield { after, last, runs: row.runs };
    if (row.runs < pageSize) return;
    after = last;
  }
}
