import { isActive } from "../run/operation-run.ts";
import type { Answer } from "./answer.ts";
import { answerRun, lookAgain } from "./answer-run.ts";
import type { ActorExchange } from "./exchange.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { readQuery } from "./read-query.ts";

/** GET …/runs/{id}: one run, presented. Its artifact is looked for at each request, so there is no 304. */
export async function showRun(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const query = readQuery({}, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  return answerRun(exchange, {
    ...visible,
    status: 200,
    headers: isActive(visible.run) ? lookAgain() : {},
  });
}
