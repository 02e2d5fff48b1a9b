import { isRunId } from "../../run/scope.ts";
import type { ApiOperation } from "../api-operation.ts";
import { type Answer, problemAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { problemOf } from "../problem.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { answerUnderWay } from "./answer-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhook, readAsked } from "./open-webhooks.ts";
import { EMPTY_BODY } from "./webhook-body.ts";
import { DELIVERY_SCHEMA } from "./webhook-schema.ts";

export const REDELIVER_WEBHOOK = {
  id: "redeliverWebhook",
  summary: "Send once more, under the same id, what was delivered or given up",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  body: EMPTY_BODY,
  bodyMayBeAbsent: true,
  answers: { 202: { description: "It is under way anew.", schema: DELIVERY_SCHEMA } },
} as const satisfies ApiOperation;

/** POST …/webhooks/{id}/deliveries/{delivery}:redeliver */
export async function redeliverWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const asked = await readAsked(exchange, REDELIVER_WEBHOOK);
  if (asked.kind === "problem") return asked;
  const id = exchange.pathPart("delivery");
  if (!isRunId(id)) return problemAnswer(problemOf("not_found"));
  const { workspaceId, desk, endpoint } = opened;
  const delivery = { workspaceId, endpointId: endpoint.id, id };
  return answerUnderWay(await desk.redeliver(delivery, exchange.asker));
}
