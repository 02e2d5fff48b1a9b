import type { z } from "zod";
import type { ApiHeader } from "./openapi/api-headers.ts";

/** One answer of a route, problems aside: those are the same for every route. */
export interface ApiAnswer {
  readonly description: string;
  /** Of the JSON body; without it the answer has none, or is of the media type below. */
  readonly schema?: z.ZodType;
  /** `application/json` unless said. */
  readonly mediaType?: string;
  /** What it can be of instead, where the caller chooses. */
  readonly otherMediaTypes?: readonly string[];
  /** Beside those that every answer has: sent with each of these answers, or with some. */
  readonly headers?: Readonly<Partial<Record<ApiHeader, "always" | "sometimes">>>;
}

/** A route of the API as its callers see it. The schemas are those that the route itself reads by. */
export interface ApiOperation {
  /** Unique over all routes: the name of the function in a generated client. */
  readonly id: string;
  readonly summary: string;
  /** What the summary has no room for. */
  readonly description?: string;
  readonly tag: string;
  /** What the actor needs, as the policy is asked for it; null = to be signed in, or nothing where the route is open. */
  readonly capability: string | null;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly bodyMayBeAbsent?: boolean;
  readonly takesIdempotencyKey?: boolean;
  readonly takesIfMatch?: boolean;
  readonly takesIfNoneMatch?: boolean;
  /** W3C trace headers that the run keeps and its job carries on. */
  readonly takesTraceParent?: boolean;
  /** Statuses of problems that it answers with, beside those that its kind of route always can. */
  readonly problems?: readonly number[];
  /** By status. */
  readonly answers: Readonly<Record<number, ApiAnswer>>;
}
