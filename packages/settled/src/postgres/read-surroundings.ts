import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { Surroundings } from "../ports/surroundings.ts";
import { type NamedSql, readOwnMigrations } from "./sql-files.ts";

interface SurroundingsRow {
  readonly migrations: readonly string[] | null;
  readonly live_workers: number;
  readonly swept_ago_ms: string | null;
}

/** Reads what this process depends on; every account that serves or works may. */
export function createSurroundingsReader(
  database: SqlExecutor,
  sql: NamedSql,
  schema: string,
): () => Promise<Surroundings> {
  const own = readOwnMigrations(schema).map(({ name }) => name);
  return async () => {
    const { rows } = await database.executeSql(sql("read-surroundings"));
    const row = rows[0] as SurroundingsRow;
    const applied = new Set(row.migrations ?? []);
    return {
      pendingMigrations: own.filter((name) => !applied.has(name)).length,
      liveWorkers: row.live_workers,
      sweptAgoMs: row.swept_ago_ms === null ? null : Number(row.swept_ago_ms),
    };
  };
}
