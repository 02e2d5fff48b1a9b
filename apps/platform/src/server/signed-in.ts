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

/** Makes routes that are about the asker themself; a page where no operation of the API is named. */
export function signedIn(actors: Pick<ActorFinder, "lookAt">) {
  return (
    method: Route["method"],
    path: string,
    operation: ApiOperation | null,
    answer: SignedInAnswer,
  ): Route => ({
    method,
    path,
    access: "actor",
    ...(operation === null ? { surface: "page", capability: null } : { surface: "api", operation }),
    async answer(exchange) {
      const found = await actors.lookAt(exchange.actor);
      return found === null ? problemAnswer(problemOf("not_signed_in")) : answer(exchange, found);
    },
  });
}
