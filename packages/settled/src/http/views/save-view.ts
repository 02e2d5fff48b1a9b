import type { ApiOperation } from "../api-operation.ts";
import { type Answer, jsonAnswer, problemAnswer } from "../answer.ts";
import { VIEW_RUNS } from "../capabilities.ts";
import type { ActorExchange } from "../exchange.ts";
import { problemOf } from "../problem.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { readBody } from "../read-body.ts";
import { readJsonBody } from "../read-json-body.ts";
import { readQuery } from "../read-query.ts";
import { mayShare, openViews } from "./open-views.ts";
import { asViewJson, SAVE_VIEW_BODY, SAVED_VIEW_SCHEMA } from "./view-schema.ts";

export const SAVE_VIEW = {
  id: "saveView",
  summary: "Save a view of the list of runs",
  description: "A shared one needs the capability views.share as well.",
  tag: "Views",
  capability: VIEW_RUNS,
  query: NO_QUERY,
  body: SAVE_VIEW_BODY,
  answers: { 201: { description: "It was saved.", schema: SAVED_VIEW_SCHEMA } },
} as const satisfies ApiOperation;

/** POST …/views */
export async function saveView(exchange: ActorExchange): Promise<Answer> {
  const opened = await openViews(exchange);
  if (opened.kind === "problem") return opened;
  const query = readQuery(SAVE_VIEW.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const sent = await readJsonBody(exchange.request);
  if (sent.kind === "problem") return sent;
  const asked = readBody(SAVE_VIEW.body, sent.value);
  if (asked.kind === "problem") return asked;
  const { shared: isShared = false, ...rest } = asked.body;
  const denial = isShared ? await mayShare(exchange, opened) : null;
  if (denial !== null) return problemAnswer(denial);
  const { workspaceId, views } = opened;
  const view = await views.save(workspaceId, { ...rest, isShared }, exchange.asker);
  if (view === null) return problemAnswer(problemOf("too_many_views"));
  return jsonAnswer(asViewJson(view, true), { status: 201 });
}
