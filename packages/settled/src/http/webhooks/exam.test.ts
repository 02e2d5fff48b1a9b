import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  MARIA,
  NORTH,
  openWebhookWorld,
  type WebhookWorld,
} from "../../webhooks/webhook-world.test-kit.ts";
import { createExamWebhooks, type ExamWebhooks } from "../../webhooks/exam-webhooks.test-kit.ts";
import { createHttpHandler } from "../create-http-handler.ts";
import { examineApi } from "../exam/examine-api.test-kit.ts";
import { createHurriedClock } from "../exam/hurried-clock.test-kit.ts";
import { HOST, members } from "../http.test-kit.ts";
import { createApiDocument } from "../openapi/create-api-document.ts";
import { WEBHOOK_ROUTES } from "./webhook-routes.ts";

const REQUESTS_EACH = Number(process.env["SETTLED_EXAM_REQUESTS_EACH"] ?? 25);
const LONG_MS = 240_000;

let world: WebhookWorld;
let webhooks: ExamWebhooks;

beforeAll(async () => {
  world = await openWebhookWorld();
  webhooks = createExamWebhooks(world.settled, NORTH);
});
afterAll(() => world.close());

test("the document tells of webhooks as OpenAPI 3.1 wants it", async () => {
  const document = createApiDocument(WEBHOOK_ROUTES, { title: "Settled", basePath: "" });
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
});

test("every route of webhooks keeps what its document promises", { timeout: LONG_MS }, async () => {
  const report = await examineApi({
    handle: createHttpHandler({
      settled: world.settled,
      resolveActor: async (request) => (request.headers.has("authorization") ? MARIA : null),
      policy: members(),
      clock: createHurriedClock(),
    }),
    credentials: { authorization: "Bearer of the exam" },
    host: HOST,
    requestsEach: REQUESTS_EACH,
    only: WEBHOOK_ROUTES.map(({ operation }) => operation?.id ?? ""),
    known: (name) => (name === "workspace" ? [NORTH] : webhooks.known(name)),
    refresh: () => webhooks.add(),
  });
  expect(report.breaches).toEqual([]);
  expect(report.neverSucceeded).toEqual([]);
});
