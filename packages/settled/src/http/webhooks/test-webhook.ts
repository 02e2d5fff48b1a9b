import type { ApiOperation } from "../api-operation.ts";
import type { Answer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { answerUnderWay } from "./answer-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhook, readAsked } from "./open-webhooks.ts";
import { EMPTY_BODY } from "./webhook-body.ts";
import { DELIVERY_SCHEMA } from "./webhook-schema.ts";

export const TEST_WEBHOOK = {
  id: "testWebhook",
  summary: "Send a ping to a webhook, also to one that is disabled",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  body: EMPTY_BODY,
  bodyMayBeAbsent: true,
  takesIfMatch: true,
  answers: {
    202: { description: "It is under way; the deliveries tell the end.", schema: DELIVERY_SCHEMA },
  },
} as const satisfies ApiOperation;

/** POST …/webhooks/{id}:test: one message, tried once. */
export async function testWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const asked = await readAsked(exchange, TEST_WEBHOOK);
  if (asked.kind === "problem") return asked;
  return answerUnderWay(await opened.desk.ping(opened.act));
}
