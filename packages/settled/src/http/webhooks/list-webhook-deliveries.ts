import { z } from "zod";
import { problemOf } from "../problem.ts";
import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer, problemAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { linkToNext, withParameter } from "../next-page.ts";
import { limitParameter } from "../query-parameter.ts";
import { readQuery } from "../read-query.ts";
import { MANAGE_WEBHOOKS, openWebhook } from "./open-webhooks.ts";
import { asDeliveryJson } from "./webhook-json.ts";
import { DELIVERY_PAGE_SCHEMA } from "./webhook-schema.ts";

const LIMIT_DEFAULT = 50;

export const LIST_WEBHOOK_DELIVERIES = {
  id: "listWebhookDeliveries",
  summary: "List what was sent to a webhook in the last 30 days, newest first",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: z.strictObject({
    cursor: z.uuid().describe("a cursor as the last page gave it in `next`").exactOptional(),
    limit: limitParameter().exactOptional(),
  }),
  answers: {
    200: {
      description: "A page of deliveries.",
      schema: DELIVERY_PAGE_SCHEMA,
      headers: { Link: "sometimes" },
    },
  },
} as const satisfies ApiOperation;

/** GET …/webhooks/{id}/deliveries */
export async function listWebhookDeliveries(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhook(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(LIST_WEBHOOK_DELIVERIES.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const { cursor = null, limit = LIMIT_DEFAULT } = query.values;
  const { desk, endpoint, webhooksApi } = opened;
  const page = await desk.deliveries({ endpoint, after: cursor, limit });
  if (page === null) return problemAnswer(problemOf("not_found"));
  const self = `${webhooksApi}/${endpoint.id}/deliveries`;
  const next =
    page.next === null
      ? null
      : `${self}?${withParameter(exchange.url.searchParams, "cursor", page.next).toString()}`;
  return jsonAnswer(
    { deliveries: page.deliveries.map((delivery) => asDeliveryJson(delivery)), next },
    { headers: linkToNext(next) },
  );
}
