import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer, problemAnswer } from "../answer.ts";
import { VIEW_RUNS } from "../capabilities.ts";
import type { ActorExchange } from "../exchange.ts";
import { problemOf } from "../problem.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readBody } from "../read-body.ts";
import { readJsonBody } from "../read-json-body.ts";
import { readQuery } from "../read-query.ts";
import { isOwn, mayShare, openView } from "./open-views.ts";
import { asViewJson, CHANGE_VIEW_BODY, SAVED_VIEW_SCHEMA } from "./view-schema.ts";

export const CHANGE_VIEW = {
  id: "changeView",
  summary: "Change a saved view; what is left out stays as it is",
  description: "One that is shared, or is to be, needs the capability views.share as well.",
  tag: "Views",
  capability: VIEW_RUNS,
  query: NO_QUERY,
  body: CHANGE_VIEW_BODY,
  answers: { 200: { description: "It was changed.", schema: SAVED_VIEW_SCHEMA } },
} as const satisfies ApiOperation;

/** PATCH …/views/{id} */
export async function changeView(exchange: ActorExchange): Promise<Answer> {
  const opened = await openView(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(CHANGE_VIEW.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const sent = await readJsonBody(exchange.request);
  if (sent.kind === "problem") return sent;
  const asked = readBody(CHANGE_VIEW.body, sent.value);
  if (asked.kind === "problem") return asked;
  const { view, views } = opened;
  const { name = view.name, query: search = view.query, shared = view.isShared } = asked.body;
  const denial = shared || view.isShared ? await mayShare(exchange, opened) : null;
  if (denial !== null) return problemAnswer(denial);
  const wish = { name, query: search, isShared: shared };
  const changed = await views.change(view, wish, exchange.asker);
  if (changed === null) return problemAnswer(problemOf("too_many_views"));
  return jsonAnswer(asViewJson(changed, isOwn(exchange, changed)));
}
