import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  MARIA,
  NORTH,
  openWebhookWorld,
  type WebhookWorld,
} from "../../webhooks/webhook-world.test-kit.ts";
import { createHttpHandler } from "../create-http-handler.ts";
import { examineApi } from "../exam/examine-api.test-kit.ts";
import { createHurriedClock } from "../exam/hurried-clock.test-kit.ts";
import { HOST, members } from "../http.test-kit.ts";
import { createApiDocument } from "../openapi/create-api-document.ts";
import { WEBHOOK_ROUTES } from "./webhook-routes.ts";

const REQUESTS_EACH = Number(process.env["SETTLED_EXAM_REQUESTS_EACH"] ?? 25);
const LONG_MS = 240_000;

let world: WebhookWorld;
const webhooks: string[] = [];
const deliveries: string[] = [];

beforeAll(async () => {
  world = await openWebhookWorld();
});
afterAll(() => world.close());

const known: Readonly<Record<string, () => readonly string[]>> = {
  workspace: () => [NORTH],
  webhook: () => webhooks.slice(-1),
  delivery: () => deliveries.slice(-1),
  url: () => ["http://127.0.0.1:1/"],
};

/** A webhook with a delivery that was given up, and room for more of them. */
async function addWebhook(): Promise<void> {
  const { desk } = world;
  for (const { id } of (await desk.list(NORTH)).slice(0, -3)) {
    await desk.remove({ workspaceId: NORTH, id, actor: MARIA });
  }
  const { endpoint } = await world.endpoint("http://127.0.0.1:1/");
  const answer = await desk.ping({ workspaceId: NORTH, id: endpoint.id, actor: MARIA });
  if (answer.kind === "refused") throw new Error(answer.because);
  await world.settled.database.executeSql(
    "update settled.webhook_deliveries set status = 'given_up' where id = $1",
    [answer.delivery.id],
  );
  webhooks.push(endpoint.id);
  deliveries.push(answer.delivery.id);
}

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
    known: (name) => known[name]?.() ?? [],
    refresh: addWebhook,
  });
  expect(report.breaches).toEqual([]);
  expect(report.neverSucceeded).toEqual([]);
});
