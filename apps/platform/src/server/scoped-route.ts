import type { SqlExecutor } from "settled";
import type { ActorExchange, Answer, Route } from "settled/http";
import type { Platform } from "../platform.ts";
import { type EnvironmentScope, inEnvironment, VIEW_ENVIRONMENTS } from "./in-environment.ts";

export type ScopedAnswer = (
  scope: EnvironmentScope,
  on: SqlExecutor,
  exchange: ActorExchange,
) => Promise<Answer>;

export type ScopedRoute = (surface: Route["surface"], path: string, answer: ScopedAnswer) => Route;

/** Makes GET routes below an environment: answered in its scope, and below `/api/v1` for programs. */
export function scopedRoute(platform: Platform): ScopedRoute {
  return (surface, path, answer) => ({
    method: "GET",
    path: surface === "api" ? `/api/v1${path}` : path,
    surface,
    access: "actor",
    capability: VIEW_ENVIRONMENTS,
    answer: (exchange) =>
      inEnvironment(platform, exchange, (scope, on) => answer(scope, on, exchange)),
  });
}
