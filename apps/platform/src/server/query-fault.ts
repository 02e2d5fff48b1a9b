import { type ActorExchange, type Answer, readQuery } from "settled/http";
import type { z } from "zod";

/** Why the query of a request cannot be used; null if it can. */
export function queryFault({ url }: ActorExchange, schema: z.ZodObject): Answer | null {
  const query = readQuery(schema, url.searchParams);
  return query.kind === "problem" ? query : null;
}
