import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, test } from "vitest";
import { exerciseRunStore } from "../testing/exercise-run-store.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { RunWriter } from "../ports/run-writer.ts";
import { inServerRole } from "./in-server-role.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

let server: TestDatabase;
let postgres: Postgres;
let served: Postgres;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  postgres = openPostgres({ connectionString: server.url });
  served = openPostgres({ connectionString: inServerRole(server.url), rowSecurity: "workspace" });
});

afterAll(async () => {
  await served.close();
  await postgres.close();
  await server.close();
});

const sql = (text: string, values: readonly unknown[] = []) =>
  postgres.database.executeSql(text, values);

/** The database's clock cannot be moved: what is stored is moved back instead. */
async function advance(ms: number): Promise<void> {
  const back = "$1 * interval '1 millisecond'";
  await sql("alter table settled.operation_runs disable trigger user");
  await sql(`update settled.operation_runs set due_at = due_at - ${back}`, [ms]);
  await sql("alter table settled.operation_runs enable trigger user");
  await sql(`update settled.worker_leases set expires_at = expires_at - ${back}`, [ms]);
  await sql(`update settled.operation_run_checks set since = since - ${back}`, [ms]);
}

describe("the PostgreSQL store", () => {
  exercise(() => postgres);
});

describe("the PostgreSQL store where a server does what servers do, and a worker the rest", () => {
  exercise(() => ({
    reader: { ...served.reader, ...workersReader(postgres.reader) },
    writer: { ...served.writer, ...workersWriter(postgres.writer) },
    checks: served.checks,
  }));
});

/** What names no workspace is a worker's. */
function workersReader({ findCorrelatedRun, listOwnedRuns }: RunReader): Partial<RunReader> {
  return { findCorrelatedRun, listOwnedRuns };
}

/** To begin a run one must hold a lease. */
function workersWriter({ beginRun, claimDueRuns, endDeadLeases }: RunWriter): Partial<RunWriter> {
  return { beginRun, claimDueRuns, endDeadLeases };
}

function exercise(store: () => Pick<Postgres, "reader" | "writer" | "checks">): void {
  exerciseRunStore({
    test: (name, body) => test(name, body),
    makeWorld: async () => ({
      ...store(),
      transaction: postgres.database,
      async newLease() {
        const id = randomUUID();
        await sql(
          "insert into settled.worker_leases (id, name, expires_at) values ($1, 'exam', now() + interval '10 days')",
          [id],
        );
        return id;
      },
      async killLease(id) {
        const expired =
          "update settled.worker_leases set expires_at = now() - interval '1 second' where id = $1";
        await sql(expired, [id]);
      },
      advance,
      // Later cases must not find the due runs of earlier ones.
      async close() {
        await sql("update settled.operation_runs set due_at = null, version = version + 1");
      },
    }),
  });
}
