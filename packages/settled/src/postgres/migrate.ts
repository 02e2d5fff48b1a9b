import { createHash } from "node:crypto";
import { Client } from "pg";
import { SettledError } from "../run/settled-error.ts";
import { asSettledError } from "./sql-error.ts";
import { DEFAULT_SCHEMA, type MigrationFile, readOwnMigrations } from "./sql-files.ts";
import { withRetries } from "./with-retries.ts";

/** One lock for every migrating process of a database, whatever it migrates. */
const MIGRATION_LOCK = 7_355_608_001;
const LOCK_TIMEOUT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 5_000;

export interface MigrateOptions {
  readonly connectionString: string;
  readonly schema?: string;
  /** A host that stores its own tables this way gives its own files and schema. */
  readonly files?: readonly MigrationFile[];
  /** Says what would be applied and applies nothing. */
  readonly dryRun?: boolean;
}

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Applied by a newer release; none of them breaks this one. */
  readonly unknown: readonly string[];
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly breaking: boolean;
}

/**
 * Brings a database to this release's tables, forward only, each file in a transaction of its own. Safe to call
 * from many processes at once. Refuses a database that a newer release has changed in a breaking way.
 */
export async function migrateDatabase(options: MigrateOptions): Promise<MigrationReport> {
  const schema = options.schema ?? DEFAULT_SCHEMA;
  const files = options.files ?? readOwnMigrations(schema);
  try {
    return await withRetries(() =>
      withClient(options.connectionString, async (client) => {
        if (options.dryRun === true) return report(files, await readApplied(client, schema), []);
        await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
        return applyPending(client, schema, files);
      }),
    );
  } catch (error) {
    throw asSettledError(error);
  }
}

async function applyPending(client: Client, schema: string, files: readonly MigrationFile[]) {
  await client.query(`create schema if not exists ${schema}`);
  await client.query(`create table if not exists ${schema}.migrations (
    name text primary key, checksum text not null, breaking boolean not null,
    applied_at timestamptz(3) not null default now())`);
  const before = report(files, await readApplied(client, schema), []);
  for (const file of files.filter(({ name }) => before.pending.includes(name))) {
    await withRetries(() => applyOne(client, schema, file));
  }
  return { ...before, applied: before.pending, pending: [] };
}

async function applyOne(client: Client, schema: string, file: MigrationFile): Promise<void> {
  await client.query("begin");
  try {
    // A table in use is waited for briefly, then given way to: readers queue behind a waiting lock.
    await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query(file.text);
    await client.query(
      `insert into ${schema}.migrations (name, checksum, breaking) values ($1, $2, $3)`,
      [file.name, checksumOf(file), file.breaking],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

function report(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
  now: readonly string[],
): MigrationReport {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const migration of applied) {
    const file = known.get(migration.name);
    if (file !== undefined && !checksumsOf(file).includes(migration.checksum)) {
      throw new SettledError(
        "migration_changed",
        `The migration ${migration.name} was changed after it was applied. Install the release that this database was made with, or a newer one.`,
      );
    }
  }
  const unknown = applied.filter(({ name }) => !known.has(name));
  const breaking = unknown.find((migration) => migration.breaking);
  if (breaking !== undefined) {
    throw new SettledError(
      "database_too_new",
      `A newer release has changed this database (${breaking.name}). Install that release or a newer one; this one has done nothing.`,
    );
  }
  const names = new Set(applied.map(({ name }) => name));
  return {
    applied: now,
    pending: files.filter(({ name }) => !names.has(name)).map(({ name }) => name),
    unknown: unknown.map(({ name }) => name),
  };
}

async function readApplied(client: Client, schema: string): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass($1) is not null as present",
    [`${schema}.migrations`],
  );
  if (rows[0]?.present !== true) return [];
  const applied = await client.query<AppliedMigration>(
    `select name, checksum, breaking from ${schema}.migrations order by name`,
  );
  return applied.rows;
}

async function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Its own, and those of former texts, which did the same wherever they succeeded: the file names them. */
function checksumsOf(file: MigrationFile): readonly string[] {
  const former = [...file.text.matchAll(/^--! formerly ([0-9a-f]{64})$/gm)];
  return [checksumOf(file), ...former.map(([, checksum = ""]) => checksum)];
}

function checksumOf(file: MigrationFile): string {
  return createHash("sha256").update(file.text).digest("hex");
}
