import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSettled, type Settled } from "../../create-settled.ts";
import { RunLifecycle } from "../../lifecycle/run-lifecycle.ts";
import { NO_FAULTS } from "../../ports/fault-points.ts";
import { migrateDatabase } from "../../postgres/migrate.ts";
import { openPostgres, type Postgres } from "../../postgres/open-postgres.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { z } from "zod";
import { type Answer, fileAnswer, jsonAnswer, problemAnswer } from "../answer.ts";
import type { ApiOperation } from "../api-operation.ts";
import { createHttpHandler } from "../create-http-handler.ts";
import { problemOf } from "../problem.ts";
import { readQuery } from "../read-query.ts";
import type { Route } from "../route.ts";
import {
  CONTOSO,
  HOST,
  IDLE_ENGINE,
  MARIA,
  members,
  NORTH,
  REVIEW,
  reviewOperations,
} from "../http.test-kit.ts";
import { ROUTES } from "../routes.ts";
import { examineApi } from "./examine-api.test-kit.ts";
import { createHurriedClock } from "./hurried-clock.test-kit.ts";

const REQUESTS_MIN = Number(process.env["SETTLED_EXAM_REQUESTS"] ?? 2_000);
const API_ROUTES = ROUTES.filter(({ surface }) => surface === "api").length;
const RUNS_KEPT_MAX = 30;
/** Seconds on a machine of its own; this is for one that is shared. */
const LONG_MS = 240_000;

let database: TestDatabase;
let settled: Settled;
let postgres: Postgres;
const runs: string[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const operations = reviewOperations(new Map());
  settled = createSettled({ postgres: { connectionString }, engine: IDLE_ENGINE, operations });
  postgres = openPostgres({ connectionString });
});
afterAll(async () => {
  await postgres.close();
  await settled.close();
  await database.close();
});

/** A run that waits, one that a worker has, and one that has failed. */
async function addRuns(): Promise<void> {
  const lifecycle = new RunLifecycle({ writer: postgres.writer, faults: NO_FAULTS });
  const actor = { kind: "worker", id: uuidv7(), name: "Worker" } as const;
  await postgres.database.executeSql(
    "insert into settled.worker_leases (id, name, expires_at) values ($1, 'exam', now() + interval '1 hour')",
    [actor.id],
  );
  for (const end of ["queued", "running", "failed"]) {
    const scope = { workspaceId: NORTH, environmentId: end === "queued" ? null : CONTOSO };
    const input = { month: crypto.randomUUID() };
    const answer = await settled.start({ ...scope, type: REVIEW, input, initiator: MARIA });
    if (answer.kind === "refused") throw new Error(answer.because);
    const { run } = answer;
    runs.push(run.id);
    if (end === "queued") continue;
    await lifecycle.begin(run, { ownerId: actor.id, runWithinMs: 60_000, actor });
    const attempt = { workspaceId: NORTH, id: run.id, attempt: 1, ownerId: actor.id };
    if (end === "failed") await lifecycle.finish(attempt, { outcome: "failed" }, actor);
  }
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  workspace: ["north"],
  environment: [CONTOSO, "fabrikam"],
  type: [REVIEW, "restore.execute"],
  initiator: [MARIA.id],
};

function examined(routes: Parameters<typeof createHttpHandler>[1] = []) {
  return {
    handle: createHttpHandler(
      {
        settled,
        resolveActor: async (request) => (request.headers.has("authorization") ? MARIA : null),
        policy: members(),
        clock: createHurriedClock(),
      },
      routes,
    ),
    credentials: { authorization: "Bearer of the exam" },
    host: HOST,
    requestsEach: Math.ceil(REQUESTS_MIN / API_ROUTES),
    known: (name: string) => (name === "run" ? runs.slice(-RUNS_KEPT_MAX) : (KNOWN[name] ?? [])),
  };
}

test(
  "every route of the library keeps what its document promises",
  { timeout: LONG_MS },
  async () => {
    const report = await examineApi({ ...examined(), refresh: addRuns });
    expect(report.breaches).toEqual([]);
    expect(report.neverSucceeded).toEqual([]);
    expect(report.requests).toBeGreaterThanOrEqual(REQUESTS_MIN);
    // An exam of refusals alone, or of none, would prove little.
    const good = (report.byStatus[200] ?? 0) + (report.byStatus[202] ?? 0);
    expect(good / report.requests).toBeGreaterThan(0.3);
    expect(good / report.requests).toBeLessThan(0.8);
  },
);

const PROMISE = {
  id: "showThing",
  summary: "Show a thing",
  tag: "Things",
  capability: null,
  query: z.strictObject({ size: z.int().max(9).exactOptional() }),
  answers: {
    200: {
      description: "It.",
      schema: z.object({ name: z.string() }),
      headers: { ETag: "always" },
    },
  },
} as const satisfies ApiOperation;

const KEPT = jsonAnswer({ name: "a" }, { headers: { etag: '"1"' } });

test.each<[string, Answer | "a fault" | "its own query", string]>([
  ["another body", { ...KEPT, body: { name: 5 } } as Answer, "the body does not fit"],
  ["a member more", { ...KEPT, body: { name: "a", x: 1 } } as Answer, "the body does not fit"],
  ["another status", { ...KEPT, status: 201 } as Answer, "the status 201 is not declared"],
  ["no tag", jsonAnswer({ name: "a" }), "the header ETag is missing"],
  [
    "a tag of another shape",
    jsonAnswer({ name: "a" }, { headers: { etag: "1" } }),
    "the header ETag is",
  ],
  [
    "a header more",
    jsonAnswer({ name: "a" }, { headers: { etag: '"1"', "x-own": "1" } }),
    "x-own is not declared",
  ],
  [
    "a file",
    fileAnswer({
      name: "a.pdf",
      mediaType: "application/pdf",
      bytes: new Uint8Array(),
      headers: {},
    }),
    'a body of "application/pdf" is not declared',
  ],
  ["a refusal", problemAnswer(problemOf("invalid_query")), "refused though the document allows it"],
  ["a fault", "a fault", "a fault: internal"],
  ["whatever its query", KEPT, "taken though the document forbids it"],
])("a route that answers with %s fails the exam", async (_what, answer, breach) => {
  const route: Route = {
    method: "GET",
    path: "/api/v1/things/:thing",
    surface: "api",
    access: "actor",
    operation: PROMISE,
    answer: async () => {
      if (answer === "a fault") throw new Error("broken");
      return answer as Answer;
    },
  };
  const planted = { ...examined([route]), requestsEach: 40, only: [PROMISE.id] };
  const { breaches } = await examineApi(planted);
  expect(breaches.join("\n")).toContain(breach);
});

test("a route that keeps its promise passes, and one that never succeeds is named", async () => {
  const route = (answer: () => Answer): Route => ({
    method: "GET",
    path: "/api/v1/things/:thing",
    surface: "api",
    access: "actor",
    operation: PROMISE,
    async answer({ url }) {
      const query = readQuery(PROMISE.query, url.searchParams);
      return query.kind === "problem" ? query : answer();
    },
  });
  const of = (answer: () => Answer) =>
    examineApi({ ...examined([route(answer)]), requestsEach: 40, only: [PROMISE.id] });
  expect(await of(() => KEPT)).toMatchObject({ breaches: [], neverSucceeded: [] });
  expect(await of(() => problemAnswer(problemOf("not_found")))).toMatchObject({
    breaches: [],
    neverSucceeded: [PROMISE.id],
  });
});
