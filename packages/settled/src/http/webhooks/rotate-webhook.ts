import type { ApiOperation } from "../api-operation.ts";
import type { Answer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { answerDisclosed } from "./answer-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhook, readAsked } from "./open-webhooks.ts";
import { ROTATE_WEBHOOK_BODY } from "./webhook-body.ts";
import { DISCLOSED_WEBHOOK_SCHEMA } from "./webhook-schema.ts";

export const ROTATE_WEBHOOK = {
  id: "rotateWebhook",
  summary: "Put a new secret in force; the answer alone tells it",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  body: ROTATE_WEBHOOK_BODY,
  bodyMayBeAbsent: true,
  takesIfMatch: true,
  answers: {
    200: {
      description: "The new secret signs, and the older ones beside it until they expire.",
      schema: DISCLOSED_WEBHOOK_SCHEMA,
      headers: { ETag: "always" },
    },
  },
} as const satisfies ApiOperation;

/** POST …/webhooks/{id}:rotate */
export async function rotateWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const asked = await readAsked(exchange, ROTATE_WEBHOOK);
  if (asked.kind === "problem") return asked;
  const answer = await opened.desk.rotate(opened.act, asked.body.overlapMs);
  return answerDisclosed(answer, opened.webhooksApi, 200);
}
