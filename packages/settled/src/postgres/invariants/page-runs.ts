import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { NamedSql } from "../sql-files.ts";
import type { RunKey, RunRange } from "./invariant.ts";

export interface RunPage extends RunRange {
  readonly runs: number;
}

const BEFORE_ALL: RunKey = { id: "00000000-0000-0000-0000-000000000000", workspaceId: "" };

/** All runs of the database as ranges of their keys, so that no statement and no answer grows with the history. */
export async function* pageRuns(
  executor: SqlExecutor,
  sql: NamedSql,
  pageSize: number,
): AsyncGenerator<RunPage> {
  let after = BEFORE_ALL;
  for (;;) {
    const values = [after.id, after.workspaceId, pageSize];
    const { rows } = await executor.executeSql(sql("next-run-page"), values);
    const row = rows[0] as { id: string; workspace_id: string; runs: number } | undefined;
    if (row === undefined) return;
    const last = { id: row.id, workspaceId: row.workspace_id };
    yield { after, last, runs: row.runs };
    if (row.runs < pageSize) return;
    after = last;
  }
}
