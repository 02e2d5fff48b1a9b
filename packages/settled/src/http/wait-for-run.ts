import { z } from "zod";
import type { EventFeed } from "../ports/event-tail.ts";
import { isActive, type OperationRun } from "../run/operation-run.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerLook, LOOK_ANSWERS } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import type { ActorExchange } from "./exchange.ts";
import { tagsIn } from "./expected-version.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { problemOf } from "./problem.ts";
import { readQuery } from "./read-query.ts";

const TIMEOUT_DEFAULT_S = 30;
const TIMEOUT_S_MAX = 60;
/** Progress is a new version without an event: whoever waits for versions is to see it, too. */
const LOOK_FOR_VERSION_EVERY_MS = 1_000;
/** Nothing rests on being told. */
const LOOK_EVERY_MS = 5_000;

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
  answers: LOOK_ANSWERS,
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
  if (isNews(exchange.request, visible.run)) return answerLook(exchange, visible);
  const place = exchange.desk.waitRoom.enter();
  if (place === null) return problemAnswer(problemOf("too_many_waits"));
  try {
    await untilNews(exchange, visible.run, timeoutMs);
  } finally {
    place.leave();
  }
  // Access is asked again: what an actor may see can change while they wait.
  const now = await findVisibleRun(exchange);
  return now.kind === "problem" ? now : answerLook(exchange, now);
}

async function untilNews(
  { desk, request }: ActorExchange,
  run: OperationRun,
  timeoutMs: number,
): Promise<void> {
  const { clock, settled, closing } = desk;
  const lookEveryMs = request.headers.has("if-none-match")
    ? LOOK_FOR_VERSION_EVERY_MS
    : LOOK_EVERY_MS;
  const endsAtMs = clock.nowMs() + timeoutMs;
  let rouse: () => void = () => undefined;
  let isTold = false;
  const tell = () => {
    isTold = true;
    rouse();
  };
  const feed = settled.tail.follow({ workspaceId: run.workspaceId, after: null, onNews: tell });
  const gone = [request.signal, ...(closing === undefined ? [] : [closing])];
  const isOver = () => gone.some(({ aborted }) => aborted) || clock.nowMs() >= endsAtMs;
  for (const signal of gone) signal.addEventListener("abort", tell);
  try {
    let lookAtMs = clock.nowMs() + lookEveryMs;
    while (!isOver()) {
      const over = new AbortController();
      rouse = () => over.abort();
      if (!isTold) await clock.sleep(Math.min(lookAtMs, endsAtMs) - clock.nowMs(), over.signal);
      isTold = false;
      if (isOver()) return;
      if (!(await concerns(feed, run)) && clock.nowMs() < lookAtMs) continue;
      lookAtMs = clock.nowMs() + lookEveryMs;
      const now = await settled.reader.findRun(run.workspaceId, run.id);
      if (now === null || isNews(request, now)) return;
    }
  } finally {
    feed.close();
    for (const signal of gone) signal.removeEventListener("abort", tell);
  }
}

/** Whether something was told that can be of this run. Where the feed begins, something may have happened before. */
async function concerns(feed: EventFeed, run: OperationRun): Promise<boolean> {
  let isOfRun = false;
  for (;;) {
    const step = await feed.take().catch(() => null);
    if (step === null || step.kind === "idle" || step.kind === "ended") return isOfRun;
    if (step.kind === "started") isOfRun = true;
    else isOfRun ||= step.events.some(({ runId }) => runId === run.id);
  }
}

function isNews(request: Request, run: OperationRun): boolean {
  if (!isActive(run)) return true;
  const seen = request.headers.get("if-none-match");
  return seen !== null && !tagsIn(seen).includes(run.version);
}
