import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHurriedClock } from "../../../../packages/settled/src/http/exam/hurried-clock.test-kit.ts";
import { examineApi } from "../../../../packages/settled/src/http/exam/examine-api.test-kit.ts";
import { createPlatformHandler } from "./platform-handler.ts";
import {
  CONTOSO,
  HOST,
  openServedWorld,
  type ServedWorld,
  TOKEN,
} from "./served-world.test-kit.ts";

const REQUESTS_EACH = Number(process.env["SETTLED_EXAM_REQUESTS_EACH"] ?? 40);
const RUNS_KEPT_MAX = 30;
/** Seconds on a machine of its own; this is for one that is shared. */
const LONG_MS = 240_000;
const credentials = { authorization: `Bearer ${TOKEN}` };

let world: ServedWorld;
const runs: string[] = [];

beforeAll(async () => {
  world = await openServedWorld();
});
afterAll(() => world.close());

/** A run that waits, since nobody works here, and a run that was cancelled. */
async function addRuns(): Promise<void> {
  const { settled } = world.platform;
  const initiator = { kind: "user", id: "exam", name: "Exam" } as const;
  for (const period of ["2026-07", "2026-08"]) {
    const input = { period };
    const type = "environment.review.compose";
    const answer = await settled.start({ ...CONTOSO, type, input, initiator });
    if (answer.kind === "refused") throw new Error(answer.because);
    runs.push(answer.run.id);
    if (period === "2026-08") await settled.cancel(answer.run, initiator);
  }
}

test("every route that the platform serves keeps its promises", { timeout: LONG_MS }, async () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    workspace: ["north"],
    environment: ["contoso", "fabrikam"],
    type: ["environment.snapshot.capture", "environment.review.compose"],
    review: (await world.reviewsOf(CONTOSO)).map(({ reviewId }) => reviewId),
    snapshot: [await world.newestSnapshot(CONTOSO)],
  };
  const report = await examineApi({
    handle: createPlatformHandler({
      platform: world.platform,
      token: TOKEN,
      clock: createHurriedClock(),
    }),
    credentials,
    host: HOST,
    requestsEach: REQUESTS_EACH,
    known: (name) => (name === "run" ? runs.slice(-RUNS_KEPT_MAX) : (known[name] ?? [])),
    bodies: { startRun: [{ environment_id: "contoso" }] },
    refresh: addRuns,
  });
  expect(report.breaches).toEqual([]);
  expect(report.neverSucceeded).toEqual([]);
  expect(report.requests).toBeGreaterThanOrEqual(REQUESTS_EACH * 15);
});

test("the pages about the API are there, with files of this site", async () => {
  for (const [path, words] of [
    ["/docs", "<main"],
    ["/docs/ui.js", "SwaggerUIBundle"],
    ["/docs/ui.css", ".swagger-ui"],
    ["/docs/start.js", "SwaggerUIBundle({"],
  ] as const) {
    const answer = await world.get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(words);
  }
});

test("the document of the platform is valid OpenAPI 3.1, and tells how to sign in", async () => {
  const answer = await world.get("/api/v1/openapi.json");
  const document = (await answer.json()) as Record<string, unknown>;
  expect((await new Validator().validate(structuredClone(document))).errors ?? []).toEqual([]);
  expect(document["components"]).toMatchObject({
    securitySchemes: { bearer: {}, session: { in: "cookie", name: "settled_session" } },
  });
});
