import {
  type ActorExchange,
  type Answer,
  type ApiOperation,
  problemAnswer,
  problemOf,
  type Route,
} from "settled/http";
import type { ActorFinder, FoundActor } from "../access/find-actor.ts";

export type SignedInAnswer = (exchange: ActorExchange, found: FoundActor) => Promise<Answer>;

/** Makes routes that are about the asker themself. */
export function signedIn(actors: Pick<ActorFinder, "lookAt">) {
  return (
    method: Route["method"],
    path: string,
    operation: ApiOperation,
    answer: SignedInAnswer,
  ): Route => ({
    method,
    path,
    surface: "api",
    access: "actor",
    operation,
    async answer(exchange) {
      const found = await actors.lookAt(exchange.actor);
      return found === null ? problemAnswer(problemOf("not_signed_in")) : answer(exchange, found);
    },
  });
}
