import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer, problemAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readQuery } from "../read-query.ts";
import { MANAGE_WEBHOOKS, openWebhook } from "./open-webhooks.ts";
import { problemOfDeskRefusal } from "./problem-of-desk-refusal.ts";
import { WEBHOOK_REMOVED_SCHEMA } from "./webhook-schema.ts";

export const REMOVE_WEBHOOK = {
  id: "removeWebhook",
  summary: "Remove a webhook and its secrets",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  takesIfMatch: true,
  answers: { 200: { description: "It is gone.", schema: WEBHOOK_REMOVED_SCHEMA } },
} as const satisfies ApiOperation;

/** DELETE …/webhooks/{id} */
export async function removeWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(REMOVE_WEBHOOK.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const answer = await opened.desk.remove(opened.act);
  if (answer.kind === "refused") return problemAnswer(problemOfDeskRefusal(answer));
  return jsonAnswer({ id: opened.endpoint.id, removed: true });
}
