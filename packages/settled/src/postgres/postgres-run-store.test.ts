import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, test } from "vitest";
import { exerciseRunStore } from "../testing/exercise-run-store.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

let server: TestDatabase;
let postgres: Postgres;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  postgres = openPostgres({ connectionString: server.url });
});

afterAll(async () => {
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
  exerciseRunStore({
    test: (name, body) => test(name, body),
    makeWorld: async () => ({
      reader: postgres.reader,
      writer: postgres.writer,
      checks: postgres.checks,
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
});
