import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readQuery } from "../read-query.ts";
import { MANAGE_WEBHOOKS, openWebhooks } from "./open-webhooks.ts";
import { asWebhookJson } from "./webhook-json.ts";
import { WEBHOOK_LIST_SCHEMA } from "./webhook-schema.ts";

export const LIST_WEBHOOKS = {
  id: "listWebhooks",
  summary: "List the webhooks of a workspace",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  answers: { 200: { description: "All of them.", schema: WEBHOOK_LIST_SCHEMA } },
} as const satisfies ApiOperation;

/** GET …/webhooks: all of them; there are few. */
export async function listWebhooks(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhooks(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(LIST_WEBHOOKS.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const endpoints = await opened.desk.list(opened.workspaceId);
  return jsonAnswer({
    webhooks: endpoints.map((endpoint) => asWebhookJson(endpoint, opened.webhooksApi)),
  });
}
