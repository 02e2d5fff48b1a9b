import type { ApiOperation } from "../api-operation.ts";
import type { Answer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { answerEndpoint } from "./answer-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhook, readAsked } from "./open-webhooks.ts";
import { EMPTY_BODY } from "./webhook-body.ts";
import { WEBHOOK_SCHEMA } from "./webhook-schema.ts";

const SWITCH = {
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  body: EMPTY_BODY,
  bodyMayBeAbsent: true,
  takesIfMatch: true,
  answers: {
    200: { description: "It is so now.", schema: WEBHOOK_SCHEMA, headers: { ETag: "always" } },
  },
} as const;

export const ENABLE_WEBHOOK = {
  ...SWITCH,
  id: "enableWebhook",
  summary: "Enable a webhook, for what happens from now on",
} as const satisfies ApiOperation;

export const DISABLE_WEBHOOK = {
  ...SWITCH,
  id: "disableWebhook",
  summary: "Disable a webhook; what is on its way is given up",
} as const satisfies ApiOperation;

/** POST …/webhooks/{id}:enable */
export function enableWebhook(exchange: ActorExchange): Promise<Answer> {
  return switchWebhook(exchange, "enable");
}

/** POST …/webhooks/{id}:disable */
export function disableWebhook(exchange: ActorExchange): Promise<Answer> {
  return switchWebhook(exchange, "disable");
}

async function switchWebhook(exchange: ActorExchange, wish: "enable" | "disable"): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const asked = await readAsked(exchange, SWITCH);
  if (asked.kind === "problem") return asked;
  return answerEndpoint(await opened.desk[wish](opened.act), opened.webhooksApi);
}
