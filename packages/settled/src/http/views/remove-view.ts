import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer, problemAnswer } from "../answer.ts";
import { VIEW_RUNS } from "../capabilities.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readQuery } from "../read-query.ts";
import { mayShare, openView } from "./open-views.ts";
import { VIEW_REMOVED_SCHEMA } from "./view-schema.ts";

export const REMOVE_VIEW = {
  id: "removeView",
  summary: "Remove a saved view",
  description: "A shared one needs the capability views.share as well.",
  tag: "Views",
  capability: VIEW_RUNS,
  query: NO_QUERY,
  answers: { 200: { description: "It is gone.", schema: VIEW_REMOVED_SCHEMA } },
} as const satisfies ApiOperation;

/** DELETE …/views/{id} */
export async function removeView(exchange: ActorExchange): Promise<Answer> {
  const opened = await openView(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(REMOVE_VIEW.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const { view, views } = opened;
  const denial = view.isShared ? await mayShare(exchange, opened) : null;
  if (denial !== null) return problemAnswer(denial);
  await views.remove(view, exchange.asker);
  return jsonAnswer({ id: view.id, removed: true });
}
