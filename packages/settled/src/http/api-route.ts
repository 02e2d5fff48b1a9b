import type { ApiOperation } from "./api-operation.ts";
import type { Route, RouteAddress } from "./route.ts";

/** A route of the API for whoever is signed in. */
export function apiRoute(
  method: RouteAddress["method"],
  path: string,
  answer: Extract<Route, { access: "actor" }>["answer"],
  operation: ApiOperation,
): Route {
  return { method, path, surface: "api", access: "actor", answer, operation };
}
