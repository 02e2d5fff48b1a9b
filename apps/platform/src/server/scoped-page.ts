import type { SqlExecutor } from "settled";
import type { ActorExchange, Answer, Route } from "settled/http";
import type { Platform } from "../platform.ts";
import { type EnvironmentScope, inEnvironment, VIEW_ENVIRONMENTS } from "./in-environment.ts";

export type ScopedAnswer = (
  scope: EnvironmentScope,
  on: SqlExecutor,
  exchange: ActorExchange,
) => Promise<Answer>;

export type ScopedPage = (path: string, answer: ScopedAnswer) => Route;

/** Makes the pages below an environment, each answered in its scope. */
export function scopedPage(platform: Platform): ScopedPage {
  return (path, answer) => ({
    method: "GET",
    path,
    surface: "page",
    access: "actor",
    capability: VIEW_ENVIRONMENTS,
    answer: (exchange) =>
      inEnvironment(platform, exchange, (scope, on) => answer(scope, on, exchange)),
  });
}
