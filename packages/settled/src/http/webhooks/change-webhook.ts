import type { ApiOperation } from "../api-operation.ts";
import { type Answer, problemAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { answerEndpoint } from "./answer-webhook.ts";
import { unseenEnvironments } from "./create-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhook, readAsked } from "./open-webhooks.ts";
import { CHANGE_WEBHOOK_BODY } from "./webhook-body.ts";
import { WEBHOOK_SCHEMA } from "./webhook-schema.ts";

export const CHANGE_WEBHOOK = {
  id: "changeWebhook",
  summary: "Change a webhook; what is left out stays as it is",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  body: CHANGE_WEBHOOK_BODY,
  bodyMayBeAbsent: false,
  takesIfMatch: true,
  answers: {
    200: { description: "It was changed.", schema: WEBHOOK_SCHEMA, headers: { ETag: "always" } },
  },
} as const satisfies ApiOperation;

/** PATCH …/webhooks/{id} */
export async function changeWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const asked = await readAsked(exchange, CHANGE_WEBHOOK);
  if (asked.kind === "problem") return asked;
  const unseen = await unseenEnvironments(exchange, opened, asked.body.environmentIds ?? []);
  if (unseen !== null) return problemAnswer(unseen);
  return answerEndpoint(await opened.desk.change(opened.act, asked.body), opened.webhooksApi);
}
