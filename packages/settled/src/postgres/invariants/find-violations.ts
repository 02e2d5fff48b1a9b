import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";
import type { NamedSql } from "../sql-files.ts";
import {
  type Invariant,
  type InvariantViolation,
  rangeValues,
  type RunRange,
} from "./invariant.ts";

export interface FindViolationsInput {
  readonly invariant: Invariant;
  readonly range: RunRange;
  readonly limit: number;
  readonly boundMs: number;
}

interface ViolationRow {
  readonly run_id: RunId;
  readonly workspace_id: WorkspaceId;
  readonly detail: string;
}

/** The runs of a range that one invariant does not hold for, up to a limit. */
export async function findViolations(
  executor: SqlExecutor,
  sql: NamedSql,
  input: FindViolationsInput,
): Promise<readonly InvariantViolation[]> {
  const { invariant, range, limit, boundMs } = input;
  const { rows } = await executor.executeSql(sql(invariant.name.replaceAll("_", "-")), [
    ...rangeValues(range),
    limit,
    ...(invariant.bounded === true ? [boundMs] : []),
  ]);
  return rows.map((row) => {
    const { run_id: runId, workspace_id: workspaceId, detail } = row as ViolationRow;
    return { runId, workspaceId, detail };
  });
}
