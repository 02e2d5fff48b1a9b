import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { readInvariantSql } from "./read-invariant-sql.ts";

export interface OpenOperation {
  readonly operationType: string;
  /** Runs that are active, or ended and to be looked at again. */
  readonly runs: number;
  readonly active: number;
}

/** Whether anybody looks after the runs. */
export interface RunHealth {
  readonly workers: {
    readonly living: number;
    /** Open leases that expired and that no sweep has ended yet. */
    readonly silent: number;
  };
  readonly overdue: { readonly runs: number; readonly since: Date | null };
  readonly operations: readonly OpenOperation[];
}

const OPERATIONS_MAX = 1_000;

export async function readRunHealth(options: {
  readonly executor: SqlExecutor;
  readonly schema: string;
  readonly boundMs: number;
}): Promise<RunHealth> {
  const { executor, schema, boundMs } = options;
  const sql = readInvariantSql(schema);
  const workers = await executor.executeSql(sql("worker-health"));
  const overdue = await executor.executeSql(sql("overdue-runs"), [boundMs]);
  const operations = await executor.executeSql(sql("open-operations"), [OPERATIONS_MAX]);
  return {
    workers: workers.rows[0] as RunHealth["workers"],
    overdue: overdue.rows[0] as RunHealth["overdue"],
    operations: operations.rows.map((row) => {
      const { operation_type: operationType, ...counts } = row as OpenOperationRow;
      return { operationType, ...counts };
    }),
  };
}

interface OpenOperationRow extends Omit<OpenOperation, "operationType"> {
  readonly operation_type: string;
}
