import { z } from "zod";
import type { OperationRun } from "../run/operation-run.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun, lookAgain } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import type { ActorExchange } from "./exchange.ts";
import { tagsIn } from "./expected-version.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { problemOf } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { RUN_SCHEMA } from "./schemas/run-schema.ts";

const TIMEOUT_DEFAULT_S = 30;
const TIMEOUT_S_MAX = 60;
const LOOK_EVERY_MS = 1_000;

export const WAIT_FOR_RUN = {
  id: "waitForRun",
  summary: "Wait for a run",
  description:
    "Answers when the run has ended, with If-None-Match also when it is in another version than that, and else after the timeout with the run as it then is.",
  tag: "Runs",
  capability: VIEW_RUNS,
  query: z.strictObject({
    timeout: z
      .int()
      .min(0)
      .max(TIMEOUT_S_MAX)
      .describe(`a whole number of seconds from 0 to ${TIMEOUT_S_MAX}`)
      .exactOptional(),
  }),
  takesIfNoneMatch: true,
  answers: {
    200: {
      description: "The run; under way still if Retry-After is there.",
      schema: RUN_SCHEMA,
      headers: { ETag: "always", "Retry-After": "sometimes" },
    },
  },
} as const satisfies ApiOperation;

/**
 * GET …/runs/{id}:wait: the run, once it has ended, or once it is in another version than If-None-Match names; at the
 * latest after `timeout` seconds, as it then is. Like a look at the run it is never answered with 304.
 */
export async function waitForRun(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const query = readQuery(WAIT_FOR_RUN.query, exchange.url.searchParams);
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
