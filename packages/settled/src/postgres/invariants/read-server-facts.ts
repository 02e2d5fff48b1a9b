import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { DEFAULT_SCHEMA } from "../sql-files.ts";
import { readInvariantSql } from "./read-invariant-sql.ts";

export interface ServerFacts {
  /** As PostgreSQL counts: 150018 is 15.18. */
  readonly versionNumber: number;
  readonly version: string;
  /** What the database's clock says. */
  readonly now: Date;
}

/** Which server answers. Needs none of our tables. */
export async function readServerFacts(executor: SqlExecutor): Promise<ServerFacts> {
  const sql = readInvariantSql(DEFAULT_SCHEMA);
  const { rows } = await executor.executeSql(sql("server-facts"));
  const row = rows[0] as { version_number: number; version: string; now: Date };
  return { versionNumber: row.version_number, version: row.version, now: row.now };
}
