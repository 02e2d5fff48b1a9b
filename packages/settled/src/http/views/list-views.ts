import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer } from "../answer.ts";
import { VIEW_RUNS } from "../capabilities.ts";
import type { ActorExchange } from "../exchange.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readQuery } from "../read-query.ts";
import { isOwn, openViews } from "./open-views.ts";
import { asViewJson, SAVED_VIEWS_SCHEMA } from "./view-schema.ts";

export const LIST_VIEWS = {
  id: "listViews",
  summary: "List saved views: one's own, and those that are shared",
  tag: "Views",
  capability: VIEW_RUNS,
  query: NO_QUERY,
  answers: { 200: { description: "All of them.", schema: SAVED_VIEWS_SCHEMA } },
} as const satisfies ApiOperation;

/** GET …/views: all that the actor has; there are few. */
export async function listViews(exchange: ActorExchange): Promise<Answer> {
  const opened = await openViews(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(LIST_VIEWS.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const { workspaceId, seesShared: withShared } = opened;
  const views = await opened.views.list({ workspaceId, owner: exchange.actor, withShared });
  return jsonAnswer({ views: views.map((view) => asViewJson(view, isOwn(exchange, view))) });
}
