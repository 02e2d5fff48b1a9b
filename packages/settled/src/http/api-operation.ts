import type { z } from "zod";

/** One answer of a route, problems aside: those are the same for every route. */
export interface ApiAnswer {
  readonly description: string;
  /** Of the JSON body; without it the answer has none, or is of the media type below. */
  readonly schema?: z.ZodType;
  /** `application/json` unless said. */
  readonly mediaType?: string;
}

/** A route of the API as its callers see it. The schemas are those that the route itself reads by. */
export interface ApiOperation {
  /** Unique over all routes: the name of the function in a generated client. */
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  /** What the actor needs, as the policy is asked for it; null = to be signed in, or nothing where the route is open. */
  readonly capability: string | null;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly takesIdempotencyKey?: boolean;
  readonly takesIfMatch?: boolean;
  /** By status. */
  readonly answers: Readonly<Record<number, ApiAnswer>>;
}
