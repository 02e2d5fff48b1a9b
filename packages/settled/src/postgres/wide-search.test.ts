import { afterAll, beforeAll, expect, test } from "vitest";
import { asWorkspaceId } from "../run/scope.ts";
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

test("a search that takes longer than two seconds is stopped, and says that it was too wide", async () => {
  const text = "select settled.words_asked_for() as text";
  const { rows } = await postgres.database.executeSql(text);
  expect((rows[0] as { text: string }).text).toContain("search_words");
  // What a wide search costs in a workspace of millions of runs.
  await postgres.database.executeSql(`
    create or replace function settled.words_asked_for() returns text language sql immutable
    as $$ select '(select pg_sleep(5)) is null' $$`);
  await postgres.database.executeSql(`
    insert into settled.operation_runs (workspace_id, id, operation_type, identity_key, initiator, input)
    values ('acme', gen_random_uuid(), 'letter.write', 'one', '{}', '{}')`);
  const asked = { workspaceId: asWorkspaceId("acme"), filter: { search: "letter" } };
  const startedMs = performance.now();
  await expect(
    postgres.reader.listRuns({ ...asked, after: null, limit: 10 }),
  ).rejects.toMatchObject({ code: "search_too_wide" });
  expect(performance.now() - startedMs).toBeLessThan(4_500);
  await expect(postgres.reader.countRuns({ ...asked, atMost: 10 })).rejects.toMatchObject({
    code: "search_too_wide",
  });
  const all = await postgres.reader.listRuns({ ...asked, filter: {}, after: null, limit: 10 });
  expect(all.runs).toHaveLength(1);
});
