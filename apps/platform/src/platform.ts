import {
  createSettled,
  type FaultPoints,
  type Logger,
  NO_FAULTS,
  type Settled,
  type SettledOptions,
  type WebhookOptions,
} from "settled";
import { createPgBossEngine } from "settled/pg-boss";
import {
  connectDatabase,
  type Database,
  migrateDatabase,
  type PostgresOptions,
} from "settled/postgres";
import { platformOperations } from "./operations/platform-operations.ts";
import type { RestoreSettings } from "./restore/restore-settings.ts";
import { PLATFORM_SCHEMA, readPlatformMigrations } from "./store/platform-sql.ts";

export interface PlatformOptions {
  readonly connectionString: string;
  /**
   * "server": the account is held to the workspace that it names, and the process serves requests alone. "owner", unless
   * said: the account owns the tables, and the process migrates, prepares, works and sweeps.
   */
  readonly role?: "owner" | "server";
  readonly logger?: Logger;
  /** For tests alone. */
  readonly faults?: FaultPoints;
  /** For tests alone. */
  readonly restore?: Partial<RestoreSettings>;
  readonly postgres?: Omit<PostgresOptions, "connectionString">;
  readonly sweepEveryMs?: number;
  /** Whether this process looks after the queue's tables; workers do, a web server need not. */
  readonly supervise?: boolean;
  /** Where endpoints of webhooks may lie; public hosts alone unless said. */
  readonly webhooks?: WebhookOptions;
}

/** One process of the platform: its operations on Settled, and a pool for its own tables. */
export interface Platform {
  readonly settled: Settled;
  readonly database: Database;
  close(): Promise<void>;
}

/** Brings the database to this release: the library's tables, then the platform's. */
export async function migratePlatform(connectionString: string): Promise<void> {
  await migrateDatabase({ connectionString });
  await migrateDatabase({
    connectionString,
    schema: PLATFORM_SCHEMA,
    files: readPlatformMigrations(),
  });
}

/** The composition root: everything that the platform is made of, for one database. */
export function openPlatform(options: PlatformOptions): Platform {
  const database = connectDatabase({
    connectionString: options.connectionString,
    applicationName: "platform",
    ...rowSecurityOf(options),
  });
  const settled = createSettled(platformSettledOptions(options, database));
  return {
    settled,
    database,
    async close() {
      await settled.close();
      await database.close();
    },
  };
}

/** The platform's operations on pg-boss, as the library wants them. */
export function platformSettledOptions(
  options: PlatformOptions,
  database: Database,
): SettledOptions {
  const { connectionString, faults = NO_FAULTS, restore = {} } = options;
  const logging = options.logger === undefined ? {} : { logger: options.logger };
  return {
    postgres: { connectionString, ...rowSecurityOf(options), ...options.postgres },
    engine: createPgBossEngine({
      connectionString,
      ...(options.role === "server"
        ? { inWorkspace: database.inWorkspace }
        : { maintenance: { supervise: options.supervise ?? true } }),
      ...logging,
    }),
    operations: platformOperations({ database, faults, restore }),
    bulk: true,
    faults,
    webhooks: options.webhooks ?? {},
    ...logging,
    ...(options.sweepEveryMs === undefined ? {} : { sweepEveryMs: options.sweepEveryMs }),
  };
}

function rowSecurityOf({ role }: PlatformOptions): Pick<PostgresOptions, "rowSecurity"> {
  return role === "server" ? { rowSecurity: "workspace" } : {};
}
