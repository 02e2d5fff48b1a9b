export { connectDatabase, type Database, type DatabaseOptions } from "./database.ts";
export { inServerRole } from "./in-server-role.ts";
export { migrateDatabase, type MigrateOptions, type MigrationReport } from "./migrate.ts";
export { openPostgres, type Postgres, type PostgresOptions } from "./open-postgres.ts";
export { readServerRole, type ServerRole, type ServerRoleKind } from "./server-role.ts";
export {
  type MigrationFile,
  type NamedSql,
  readMigrationFiles,
  readSqlFolder,
} from "./sql-files.ts";
export { withRetries } from "./with-retries.ts";
