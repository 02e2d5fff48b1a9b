import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asRun } from "../run-row.ts";
import { readInvariantSql } from "./read-invariant-sql.ts";

/** The runs of all workspaces that a sweep would look at now, those that wait longest first. */
export async function listDueRuns(options: {
  readonly executor: SqlExecutor;
  readonly schema: string;
  readonly limit: number;
}): Promise<readonly OperationRun[]> {
  const sql = readInvariantSql(options.schema);
  const { rows } = await options.executor.executeSql(sql("list-due-runs"), [options.limit]);
  return rows.map((row) => asRun(row));
}
