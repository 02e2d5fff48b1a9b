import { type Answer, problemAnswer } from "./answer.ts";
import type { Door } from "../run/actor.ts";
import type { Exchange } from "./exchange.ts";
import { type Problem, problemOf, tooManyTries } from "./problem.ts";
import { problemOfError } from "./problem-of-error.ts";
import { refuseCrossSite } from "./refuse-cross-site.ts";
import type { Route } from "./route.ts";

/** The route's answer, or the refusal in its place. Never throws: a fault is logged and told as a problem. */
export async function answerRoute(route: Route, exchange: Exchange): Promise<Answer> {
  const { desk, requestId } = exchange;
  const startedMs = desk.clock.nowMs();
  const told = { requestId, method: exchange.request.method, route: route.path };
  let answer: Answer;
  try {
    answer = await answerActor(route, exchange);
  } catch (error) {
    const problem = problemOfError(error);
    desk.logger.error({ ...told, code: problem.code, error }, "a request met a fault");
    answer = problemAnswer(problem);
  }
  const tookMs = Math.round(desk.clock.nowMs() - startedMs);
  desk.logger.debug({ ...told, status: statusOf(answer), tookMs }, "a request was answered");
  return answer;
}

async function answerActor(route: Route, exchange: Exchange): Promise<Answer> {
  const foreign = refuseCrossSite(exchange.request, route.surface);
  if (foreign !== null) return problemAnswer(foreign);
  const waitS = (await exchange.desk.turnAway?.(exchange.request)) ?? 0;
  if (waitS > 0) return problemAnswer(tooManyTries(waitS));
  if (route.access === "open") return route.answer(exchange);
  const actor = (await exchange.desk.resolveActor(exchange.request)) ?? null;
  if (actor === null) return notSignedIn(route, exchange);
  const asker = { ...actor, requestId: exchange.requestId, via: doorOf(exchange.request) };
  if (route.surface === "api") return route.answer({ ...exchange, actor, asker });
  // Pages say who reads them, those of refusals too.
  const desk = { ...exchange.desk, reader: actor };
  const answer = await route.answer({ ...exchange, actor, asker, desk });
  return answer.kind === "problem" ? { ...answer, reader: actor } : answer;
}

/** A browser says so of what this site's own pages ask for, and lets no page say otherwise. */
function doorOf(request: Request): Door {
  return request.headers.get("sec-fetch-site") === "same-origin" ? "console" : "api";
}

function notSignedIn(route: Route, { desk, url }: Exchange): Answer {
  const { signInPath } = desk;
  if (route.surface === "api" || signInPath === undefined) return problemAnswer(unsigned());
  const back = `return_to=${encodeURIComponent(`${url.pathname}${url.search}`)}`;
  return {
    kind: "redirect",
    location: `${signInPath}${signInPath.includes("?") ? "&" : "?"}${back}`,
  };
}

/** RFC 9110 asks for a challenge; `Bearer` makes no browser open a window. */
function unsigned(): Problem {
  return problemOf("not_signed_in", { headers: { "www-authenticate": "Bearer" } });
}

function statusOf(answer: Answer): number {
  if (answer.kind === "redirect") return 303;
  return answer.kind === "problem" ? answer.problem.status : answer.status;
}
