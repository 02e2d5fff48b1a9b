import { join } from "node:path";
import { type MigrationFile, readMigrationFiles, readSqlFolder } from "settled/postgres";

export const PLATFORM_SCHEMA = "platform";

/** The platform's named statements: `platformSql("find-environment")` is `sql/find-environment.sql`. */
export const platformSql = readSqlFolder(join(import.meta.dirname, "sql"));

export function readPlatformMigrations(): readonly MigrationFile[] {
  return readMigrationFiles(join(import.meta.dirname, "migrations"));
}
