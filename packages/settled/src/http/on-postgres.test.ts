import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSettled, type Settled } from "../create-settled.ts";
import { inServerRole } from "../postgres/in-server-role.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import {
  API,
  get,
  IDLE_ENGINE,
  MARIA,
  members,
  NORTH,
  post,
  problemIn,
  REVIEW,
  reviewOperations,
  START,
} from "./http.test-kit.ts";

function settledOn(connectionString: string): Settled {
  return createSettled({
    postgres: { connectionString: inServerRole(connectionString), rowSecurity: "workspace" },
    engine: IDLE_ENGINE,
    operations: reviewOperations(new Map()),
  });
}

function handlerOf(settled: Settled) {
  return createHttpHandler({
    settled,
    resolveActor: () => Promise.resolve(MARIA),
    policy: members(),
  });
}

describe("the handler on PostgreSQL", () => {
  let database: TestDatabase;
  let settled: Settled;

  beforeAll(async () => {
    database = await startTestDatabase();
    settled = settledOn(database.url);
  });
  afterAll(async () => {
    await settled.close();
    await database.close();
  });

  test("is not ready before the tables are there, and is afterwards", async () => {
    const handle = handlerOf(settled);
    expect((await handle(get("/health/ready"))).status).toBe(503);
    const early = await problemIn(await handle(get(`${API}/runs`)));
    expect(early).toMatchObject({ status: 503, body: { code: "database_not_migrated" } });
    await migrateDatabase({ connectionString: database.url });
    expect((await handle(get("/health/ready"))).status).toBe(200);
  });

  test("runs of one transaction, and so of one moment, are paged whole", async () => {
    const handle = handlerOf(settled);
    await settled.database.inWorkspace(NORTH).transaction(async (on) => {
      for (let n = 0; n < 25; n += 1) {
        const input = { month: `${n}` };
        const scope = { workspaceId: NORTH, environmentId: null };
        await settled.start({ ...scope, type: REVIEW, input, initiator: MARIA, on });
      }
    });
    const seen = new Set<string>();
    for (let path: string | null = `${API}/runs?limit=7`; path !== null;) {
      const page = (await (await handle(get(path))).json()) as {
        runs: { id: string }[];
        next: string | null;
      };
      for (const { id } of page.runs) seen.add(id);
      path = page.next;
    }
    expect(seen.size).toBe(25);
  });

  test("a run that is started here is shown here, with its timeline and its page", async () => {
    const handle = handlerOf(settled);
    const started = await handle(post(START, { input: { month: "here" } }));
    const address = started.headers.get("location") ?? "";
    expect(await (await handle(get(address))).json()).toMatchObject({ status: "queued" });
    const timeline = (await (await handle(get(`${address}/events`))).json()) as {
      events: { kind: string }[];
    };
    expect(timeline.events.map(({ kind }) => kind)).toEqual(["created", "dispatched"]);
    expect((await handle(get(address.replace("/api/v1", "")))).status).toBe(200);
  });

  test("without its database it says so, and nothing of where that should be", async () => {
    const lost = settledOn("postgres://user:secret@127.0.0.1:1/nowhere");
    const answer = await handlerOf(lost)(get(`${API}/runs`));
    expect(answer.headers.has("retry-after")).toBe(true);
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({ status: 503, body: { code: "database_unavailable" } });
    expect(JSON.stringify(problem.body)).not.toMatch(/secret|127\.0\.0\.1|ECONN|nowhere/);
    await lost.close();
  });
});
