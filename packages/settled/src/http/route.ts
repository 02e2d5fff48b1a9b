import type { Answer } from "./answer.ts";
import type { ActorExchange, Exchange } from "./exchange.ts";

export interface RouteAddress {
  readonly method: "GET" | "POST";
  /** Below the base path; `:name` is one part of the path, `:name:verb` one with a verb behind it. */
  readonly path: string;
  /** Whether a program or a person reads the answers, the refusals too. */
  readonly surface: "api" | "page";
}

/** Closed by default: only a route that says `open` is answered without an actor. */
export type Route = RouteAddress &
  (
    | { readonly access: "open"; answer(exchange: Exchange): Promise<Answer> }
    | { readonly access: "actor"; answer(exchange: ActorExchange): Promise<Answer> }
  );
