import { createOperationCatalog, type OperationCatalog } from "../catalog/operation-catalog.ts";
import { createSettled, type Settled, type SettledOptions } from "../create-settled.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { WorkWatch } from "../ports/work-watch.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import { connectDatabase, type Database } from "../postgres/database.ts";
import { createPostgresRunReader } from "../postgres/postgres-run-reader.ts";
import { createPostgresWorkWatch } from "../postgres/postgres-work-watch.ts";
import { createPostgresTruthSource } from "../postgres/postgres-truth-source.ts";
import { DEFAULT_SCHEMA, readNamedSql } from "../postgres/sql-files.ts";
import { executorsOfOwner } from "../postgres/store-executors.ts";
import { type CliConfig, loadCliConfig } from "./cli-config.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import type { GlobalOptions } from "./global-options.ts";
import { createLineLogger } from "./line-logger.ts";
import { usageFault } from "./report-fault.ts";

/** A database that a command works on. Holds no writer: writes go through `settled`, and only with a configuration. */
export interface Desk {
  readonly connectionString: string;
  readonly schema: string;
  readonly database: Database;
  readonly reader: RunReader;
  readonly truth: TruthSource;
  readonly watch: WorkWatch;
  /** Empty without a configuration: every operation is then unknown. */
  readonly catalog: OperationCatalog;
  readonly settled: Settled | null;
  readonly truthViews: string | null;
  /** How servers connect; null where nobody said. */
  readonly servingUrl: string | null;
  close(): Promise<void>;
}

export interface WritingDesk extends Desk {
  readonly settled: Settled;
}

const APPLICATION = "settled cli";
const CONNECTIONS_MAX = 4;

/** Opens the database that the options, the configuration or DATABASE_URL name, in this order. */
export async function openDesk(context: CommandContext, options: GlobalOptions): Promise<Desk> {
  const config = await configOf(context, options);
  const given = await config?.settledOptions();
  if (given !== undefined) return openComposed(context, options, { config, given });
  const connectionString = options.database ?? context.io.env["DATABASE_URL"] ?? "";
  if (connectionString === "") {
    throw usageFault("No database was named.", "Give --database URL, or set DATABASE_URL.");
  }
  return openRecords(context, connectionString, options.schema ?? DEFAULT_SCHEMA);
}

/**
 * Opens a desk that may write. The engine of a configuration works on the configuration's database, so that options
 * that name another one are refused.
 */
export async function openWritingDesk(
  context: CommandContext,
  options: GlobalOptions,
): Promise<WritingDesk> {
  const config = await configOf(context, options);
  if (config === null) {
    throw usageFault(
      "This command needs a configuration: it says which operations there are.",
      "Give --config FILE, or write a settled.config.ts in this folder.",
    );
  }
  const given = await config.settledOptions();
  const { connectionString, schema = DEFAULT_SCHEMA } = given.postgres;
  const { database = connectionString, schema: named = schema } = options;
  if (database === connectionString && named === schema) {
    return openComposed(context, options, { config, given });
  }
  await given.engine.close();
  await config.close?.();
  throw usageFault(
    "The configuration names another database or schema than the options do.",
    "Leave --database and --schema out, or correct the configuration.",
  );
}

async function configOf(
  { io, hostConfig }: CommandContext,
  options: GlobalOptions,
): Promise<CliConfig | null> {
  return options.config === undefined && hostConfig !== null
    ? hostConfig
    : loadCliConfig(io, options.config);
}

async function openComposed(
  { io }: CommandContext,
  options: GlobalOptions,
  { config, given }: { readonly config: CliConfig | null; readonly given: SettledOptions },
): Promise<WritingDesk> {
  const connectionString = options.database ?? given.postgres.connectionString;
  const schema = options.schema ?? given.postgres.schema ?? DEFAULT_SCHEMA;
  const settled = createSettled({
    logger: createLineLogger(io),
    ...given,
    postgres: { applicationName: APPLICATION, ...given.postgres, connectionString, schema },
  });
  const { database, reader, truth, watch, catalog } = settled;
  const truthViews = config?.truthViews ?? null;
  const servingUrl = (await config?.servingUrl?.()) ?? servingUrlIn(io);
  const close = async () => {
    await settled.close();
    await config?.close?.();
  };
  const known = { connectionString, schema, truthViews, servingUrl };
  return { ...known, database, reader, truth, watch, catalog, settled, close };
}

function servingUrlIn({ env }: CliIo): string | null {
  return env["SETTLED_SERVER_DATABASE_URL"] || null;
}

function openRecords({ io }: CommandContext, connectionString: string, schema: string): Desk {
  const database = connectDatabase({
    connectionString,
    connectionsMax: CONNECTIONS_MAX,
    applicationName: APPLICATION,
  });
  const executors = executorsOfOwner(database);
  const sql = readNamedSql(schema);
  return {
    connectionString,
    schema,
    database,
    reader: createPostgresRunReader(executors, sql),
    truth: createPostgresTruthSource(database),
    watch: createPostgresWorkWatch(executors, sql),
    catalog: createOperationCatalog([]),
    settled: null,
    truthViews: null,
    servingUrl: servingUrlIn(io),
    close: () => database.close(),
  };
}
