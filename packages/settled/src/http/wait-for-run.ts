import type { OperationRun } from "../run/operation-run.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun, lookAgain } from "./answer-run.ts";
import type { ActorExchange } from "./exchange.ts";
import { tagsIn } from "./expected-version.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { problemOf } from "./problem.ts";
import { WAIT_PARAMETERS } from "./query-parameter.ts";
import { readQuery } from "./read-query.ts";

const TIMEOUT_DEFAULT_S = 30;
const LOOK_EVERY_MS = 1_000;

/**
 * GET …/runs/{id}:wait: the run, once it has ended, or once it is in another version than If-None-Match names; at the
 * latest after `timeout` seconds, as it then is. Like a look at the run it is never answered with 304.
 */
export async function waitForRun(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const query = readQuery(WAIT_PARAMETERS, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const timeoutMs = (query.values.timeout ?? TIMEOUT_DEFAULT_S) * 1_000;
  if (isNews(exchange.request, visible.run)) return answerNow(exchange);
  const place = exchange.desk.waitRoom.enter();
  if (place === null) return problemAnswer(problemOf("too_many_waits"));
  try {
    await untilNews(exchange, visible.run, timeoutMs);
  } finally {
    place.leave();
  }
  return answerNow(exchange);
}

async function untilNews(
  { desk, request }: ActorExchange,
  run: OperationRun,
  timeoutMs: number,
): Promise<void> {
  const { clock, settled } = desk;
  const endsAtMs = clock.nowMs() + timeoutMs;
  for (
    let leftMs = timeoutMs;
    leftMs > 0 && !request.signal.aborted;
    leftMs = endsAtMs - clock.nowMs()
  ) {
    await clock.sleep(Math.min(LOOK_EVERY_MS, leftMs), request.signal);
    if (request.signal.aborted) return;
    const now = await settled.reader.findRun(run.workspaceId, run.id);
    if (now === null || isNews(request, now)) return;
  }
}

function isNews(request: Request, run: OperationRun): boolean {
  if (run.status === "completed") return true;
  const seen = request.headers.get("if-none-match");
  return seen !== null && !tagsIn(seen).includes(run.version);
}

/** Access is asked again: what an actor may see can change while they wait. */
async function answerNow(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const isOver = visible.run.status === "completed";
  return answerRun(exchange, { ...visible, status: 200, headers: isOver ? {} : lookAgain() });
}
