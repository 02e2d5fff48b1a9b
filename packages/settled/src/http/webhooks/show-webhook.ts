import type { ApiOperation } from "../api-operation.ts";
import type { Answer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readQuery } from "../read-query.ts";
import { answerWebhook } from "./answer-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhook } from "./open-webhooks.ts";
import { WEBHOOK_SCHEMA } from "./webhook-schema.ts";

export const SHOW_WEBHOOK = {
  id: "showWebhook",
  summary: "Show a webhook",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  answers: {
    200: { description: "The webhook.", schema: WEBHOOK_SCHEMA, headers: { ETag: "always" } },
  },
} as const satisfies ApiOperation;

/** GET …/webhooks/{id} */
export async function showWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(SHOW_WEBHOOK.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  return answerWebhook(opened.endpoint, opened.webhooksApi);
}
