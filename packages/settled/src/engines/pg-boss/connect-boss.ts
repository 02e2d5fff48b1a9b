import { type ConstructorOptions, type Db, PgBoss } from "pg-boss";
import type { Logger } from "../../ports/logger.ts";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { logBossEvents } from "./boss-events.ts";
import type { PgBossEngineOptions, PgBossMaintenance, PoolLike } from "./pg-boss-options.ts";

const SUPERVISE_INTERVAL_SECONDS = 2;
const NO_MAINTENANCE: PgBossMaintenance = { supervise: false, migrate: false };

/** A PgBoss that is not started yet and whose errors are heard. It keeps no schedules: those are not ours. */
export function connectBoss(options: PgBossEngineOptions, schema: string, logger: Logger): PgBoss {
  const isServer = options.inWorkspace !== undefined;
  const maintenance = isServer ? NO_MAINTENANCE : (options.maintenance ?? {});
  const interval = maintenance.superviseIntervalSeconds ?? SUPERVISE_INTERVAL_SECONDS;
  const boss = new PgBoss({
    ...databaseOf(options),
    schema,
    schedule: false,
    registerInstance: !isServer,
    supervise: maintenance.supervise ?? true,
    migrate: maintenance.migrate ?? true,
    // Both must be due for lost jobs to be looked for.
    superviseIntervalSeconds: interval,
    monitorIntervalSeconds: interval,
  });
  logBossEvents(boss, logger);
  return boss;
}

/** The database of one call, where it is not the engine's own. */
export interface WithinDatabase {
  readonly db?: Db;
}

/** The caller's transaction as pg-boss takes it: what is sent on it commits or vanishes with it. */
export function asBossDatabase(on: SqlExecutor): Db {
  return {
    executeSql: async (text, values) => ({ rows: [...(await on.executeSql(text, values)).rows] }),
  };
}

function databaseOf(options: PgBossEngineOptions): ConstructorOptions {
  if ("pool" in options) return { db: asOwnDatabase(options.pool) };
  const { connectionString, connectionsMax } = options;
  return connectionsMax === undefined
    ? { connectionString }
    : { connectionString, max: connectionsMax };
}

function asOwnDatabase(pool: PoolLike): Db {
  return {
    executeSql: (text, values) => pool.query(text, values) as Promise<{ rows: unknown[] }>,
  };
}
