import type { Answer } from "./answer.ts";
import { answerLook, LOOK_ANSWERS } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import type { ActorExchange } from "./exchange.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { readQuery } from "./read-query.ts";

export const SHOW_RUN = {
  id: "showRun",
  summary: "Show one run",
  tag: "Runs",
  capability: VIEW_RUNS,
  query: NO_QUERY,
  answers: LOOK_ANSWERS,
} as const satisfies ApiOperation;

/** GET …/runs/{id}: one run, presented. Its artifact is looked for at each request, so there is no 304. */
export async function showRun(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const query = readQuery(SHOW_RUN.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  return answerLook(exchange, visible);
}
