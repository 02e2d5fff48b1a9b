import type { AuditLog } from "../ports/audit-log.ts";
import type { AuditReader } from "../ports/audit-reader.ts";
import type { CheckLog } from "../ports/check-log.ts";
import type { KeyedAnswers } from "../ports/keyed-answers.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { RunWriter } from "../ports/run-writer.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import type { WorkerPresence } from "../ports/worker-presence.ts";
import { connectDatabase, type Database, type DatabaseOptions } from "./database.ts";
import { createPostgresAuditReader } from "./postgres-audit-reader.ts";
import { createPostgresAuditLog } from "./postgres-audit-log.ts";
import { createPostgresCheckLog } from "./postgres-check-log.ts";
import { createPostgresKeyedAnswers } from "./postgres-keyed-answers.ts";
import { createPostgresRunReader } from "./postgres-run-reader.ts";
import { createPostgresRunWriter } from "./postgres-run-writer.ts";
import { createPostgresTruthSource } from "./postgres-truth-source.ts";
import { DEFAULT_SCHEMA, type NamedSql, readNamedSql } from "./sql-files.ts";
import { openWorkerLease } from "./worker-lease/open-worker-lease.ts";

export interface PostgresOptions extends DatabaseOptions {
  readonly schema?: string;
  readonly leaseBeatMs?: number;
  readonly leaseValidMs?: number;
  readonly lockMissingMs?: number;
  readonly sessionsAreOurs?: boolean;
}

/** Everything that PostgreSQL gives to a Settled process. */
export interface Postgres {
  readonly database: Database;
  readonly sql: NamedSql;
  readonly reader: RunReader;
  /** For RunLifecycle and for nobody else. */
  readonly writer: RunWriter;
  readonly checks: CheckLog;
  readonly answers: KeyedAnswers;
  readonly audit: AuditLog & AuditReader;
  readonly truth: TruthSource;
  openLease(): Promise<WorkerPresence>;
  close(): Promise<void>;
}

/** Opened as they are needed, more than one only while adapters are slow: for every look of a sweeper, and workers. */
const TRUTH_CONNECTIONS_MAX = 40;

export function openPostgres(options: PostgresOptions): Postgres {
  const database = connectDatabase(options);
  // Looks at the truth wait for adapters: they must not keep connections from the writes that end runs.
  const truthDatabase = connectDatabase({
    ...options,
    connectionsMax: TRUTH_CONNECTIONS_MAX,
    applicationName: `${options.applicationName ?? "settled"} truth`,
  });
  const sql = readNamedSql(options.schema ?? DEFAULT_SCHEMA);
  const reader = createPostgresRunReader(database, sql);
  return {
    database,
    sql,
    reader,
    writer: createPostgresRunWriter({
      database,
      reader,
      sql,
      ...(options.lockMissingMs === undefined ? {} : { lockMissingMs: options.lockMissingMs }),
    }),
    checks: createPostgresCheckLog(database, sql),
    answers: createPostgresKeyedAnswers(database, sql),
    audit: { ...createPostgresAuditLog(sql), ...createPostgresAuditReader(database, sql) },
    truth: createPostgresTruthSource(truthDatabase),
    openLease: () =>
      openWorkerLease({
        database,
        sql,
        connectionString: options.connectionString,
        ...(options.leaseBeatMs === undefined ? {} : { beatMs: options.leaseBeatMs }),
        ...(options.leaseValidMs === undefined ? {} : { validMs: options.leaseValidMs }),
        ...(options.sessionsAreOurs === undefined
          ? {}
          : { sessionsAreOurs: options.sessionsAreOurs }),
      }),
    async close() {
      await Promise.all([database.close(), truthDatabase.close()]);
    },
  };
}
