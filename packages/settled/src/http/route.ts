import type { Answer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import type { ActorExchange, Exchange } from "./exchange.ts";

export interface RouteAddress {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the base path; `:name` is one part of the path, `:name:verb` one with a verb behind it. */
  readonly path: string;
  /** Whether a program or a person reads the answers, the refusals too. */
  readonly surface: "api" | "page";
  /** What a page needs, as the policy is asked for it; null = to be signed in. The API says it in `operation`. */
  readonly capability?: string | null;
  /** What the route takes and answers, as the OpenAPI document says it. */
  readonly operation?: ApiOperation;
}

/** Closed by default: only a route that says `open` is answered without an actor. */
export type Route = RouteAddress &
  (
    | { readonly access: "open"; answer(exchange: Exchange): Promise<Answer> }
    | { readonly access: "actor"; answer(exchange: ActorExchange): Promise<Answer> }
  );
