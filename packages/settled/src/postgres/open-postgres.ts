import type { AuditLog } from "../ports/audit-log.ts";
import type { AuditReader } from "../ports/audit-reader.ts";
import type { CheckLog } from "../ports/check-log.ts";
import { SYSTEM_CLOCK } from "../ports/clock.ts";
import type { EventTail } from "../ports/event-tail.ts";
import type { KeyedAnswers } from "../ports/keyed-answers.ts";
import { type Logger, SILENT_LOGGER } from "../ports/logger.ts";
import type { RunGauges } from "../ports/run-gauges.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { RunWriter } from "../ports/run-writer.ts";
import type { SavedViews } from "../ports/saved-views.ts";
import type { Surroundings } from "../ports/surroundings.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import type { WebhookLedger } from "../ports/webhook-ledger.ts";
import type { WebhookPost } from "../ports/webhook-post.ts";
import type { WorkWatch } from "../ports/work-watch.ts";
import type { WorkerPresence } from "../ports/worker-presence.ts";
import { connectDatabase, type Database, type DatabaseOptions } from "./database.ts";
import { createEventTail } from "./event-tail/create-event-tail.ts";
import { createPostgresEventLog } from "./event-tail/postgres-event-log.ts";
import { createPostgresAuditReader } from "./postgres-audit-reader.ts";
import { createPostgresAuditLog } from "./postgres-audit-log.ts";
import { createPostgresCheckLog } from "./postgres-check-log.ts";
import { createPostgresKeyedAnswers } from "./postgres-keyed-answers.ts";
import { createPostgresRunGauges } from "./postgres-run-gauges.ts";
import { createPostgresRunReader } from "./postgres-run-reader.ts";
import { createPostgresRunWriter } from "./postgres-run-writer.ts";
import { createPostgresSavedViews } from "./postgres-saved-views.ts";
import { createPostgresTruthSource } from "./postgres-truth-source.ts";
import { createPostgresWebhookLedger } from "./postgres-webhook-ledger.ts";
import { createPostgresWebhookPost } from "./postgres-webhook-post.ts";
import { createPostgresWorkWatch } from "./postgres-work-watch.ts";
import { createSurroundingsReader } from "./read-surroundings.ts";
import { DEFAULT_SCHEMA, type NamedSql, readNamedSql } from "./sql-files.ts";
import { executorsOfOwner, executorsOfServer, type StoreExecutors } from "./store-executors.ts";
import { openWorkerLease } from "./worker-lease/open-worker-lease.ts";

export interface PostgresOptions extends DatabaseOptions {
  readonly schema?: string;
  readonly leaseBeatMs?: number;
  readonly leaseValidMs?: number;
  readonly lockMissingMs?: number;
  readonly sessionsAreOurs?: boolean;
  readonly logger?: Logger;
}

/** Everything that PostgreSQL gives to a Settled process. */
export interface Postgres {
  readonly database: Database;
  /** What the store itself runs on: with `rowSecurity`, nothing without its workspace. */
  readonly executors: StoreExecutors;
  readonly sql: NamedSql;
  readonly reader: RunReader;
  /** For RunLifecycle and for nobody else. */
  readonly writer: RunWriter;
  readonly checks: CheckLog;
  readonly answers: KeyedAnswers;
  readonly audit: AuditLog & AuditReader;
  readonly views: SavedViews;
  readonly tail: EventTail;
  readonly truth: TruthSource;
  readonly gauges: RunGauges;
  readonly workWatch: WorkWatch;
  readSurroundings(): Promise<Surroundings>;
  /** Says that the worker of a lease has just swept. */
  noteSweep(leaseId: string): Promise<void>;
  readonly webhookLedger: WebhookLedger;
  readonly webhookPost: WebhookPost;
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
  const executors =
    options.rowSecurity === "workspace" ? executorsOfServer(database) : executorsOfOwner(database);
  const reader = createPostgresRunReader(executors, sql);
  const { connectionString, logger = SILENT_LOGGER } = options;
  const tail = createEventTail({
    log: createPostgresEventLog({
      database,
      connectionString,
      sql,
      logger,
      sessionsAreOurs: options.sessionsAreOurs !== false,
    }),
    clock: SYSTEM_CLOCK,
    logger,
  });
  return {
    database,
    executors,
    sql,
    reader,
    writer: createPostgresRunWriter({
      executors,
      reader,
      sql,
      ...(options.lockMissingMs === undefined ? {} : { lockMissingMs: options.lockMissingMs }),
    }),
    checks: createPostgresCheckLog(executors, sql),
    answers: createPostgresKeyedAnswers(executors, sql),
    audit: { ...createPostgresAuditLog(sql), ...createPostgresAuditReader(executors, sql) },
    views: createPostgresSavedViews(executors, sql, createPostgresAuditLog(sql)),
    tail,
    truth: createPostgresTruthSource(truthDatabase),
    gauges: createPostgresRunGauges(database, sql),
    workWatch: createPostgresWorkWatch(executors, sql),
    readSurroundings: createSurroundingsReader(database, sql, options.schema ?? DEFAULT_SCHEMA),
    async noteSweep(leaseId) {
      await database.executeSql(sql("note-sweep"), [leaseId]);
    },
    webhookLedger: createPostgresWebhookLedger(sql),
    webhookPost: createPostgresWebhookPost(database, sql),
    openLease: () =>
      openWorkerLease({
        database,
        sql,
        connectionString,
        ...(options.leaseBeatMs === undefined ? {} : { beatMs: options.leaseBeatMs }),
        ...(options.leaseValidMs === undefined ? {} : { validMs: options.leaseValidMs }),
        ...(options.sessionsAreOurs === undefined
          ? {}
          : { sessionsAreOurs: options.sessionsAreOurs }),
      }),
    async close() {
      await tail.close();
      await Promise.all([database.close(), truthDatabase.close()]);
    },
  };
}
