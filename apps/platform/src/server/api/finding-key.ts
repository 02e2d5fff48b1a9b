import type { ActorExchange } from "settled/http";

const PREFIX = "finding1:";

/** The key of the path, with or without the word that says how it was made. */
export function findingKeyOf(exchange: ActorExchange): string {
  const part = exchange.pathPart("finding");
  return part.startsWith(PREFIX) ? part : `${PREFIX}${part}`;
}
