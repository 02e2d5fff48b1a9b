import type { JsonObject } from "../../run/json-value.ts";
import type { ApiOperation } from "../api-operation.ts";
import { PROBLEM_CODES, PROBLEM_COPY } from "../problem-copy.ts";
import type { RouteAddress } from "../route.ts";
import { PROBLEM_SCHEMA } from "../schemas/problem-schema.ts";
import { headersOf } from "./describe-headers.ts";
import type { SchemaShelf } from "./schema-shelf.ts";

export const PROBLEM_TYPE = "application/problem+json";

/** What any route can answer. */
const EVERYWHERE = [400, 404, 414, 429, 500, 503];
const NEEDS_ACTOR = [401, 403];
const WRITES = [403, 409];
const TAKES_BODY = [413, 415, 422];
/** What may be asked, and still is too much to be found. */
const TAKES_QUERY = [422];
const TAKES_KEY = [409, 422];
const TAKES_VERSION = [409, 412];

/** The problems that a route can answer with, by status, beside what it says itself. */
export function problemResponsesOf(
  route: RouteAddress & { readonly access: "open" | "actor" },
  operation: ApiOperation,
): JsonObject {
  const statuses = new Set([
    ...EVERYWHERE,
    ...(route.access === "actor" ? NEEDS_ACTOR : []),
    ...(route.method === "GET" ? [] : WRITES),
    ...(operation.body === undefined ? [] : TAKES_BODY),
    ...(Object.keys(operation.query?.shape ?? {}).length === 0 ? [] : TAKES_QUERY),
    ...(operation.takesIdempotencyKey === true ? TAKES_KEY : []),
    ...(operation.takesIfMatch === true ? TAKES_VERSION : []),
    ...(operation.problems ?? []),
  ]);
  const known = [...statuses].filter((status) => codesOf(status).length > 0);
  return Object.fromEntries(
    known.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );
}

/** One answer for each status that problems have, with the codes that come under it. */
export function problemComponents(shelf: SchemaShelf): JsonObject {
  const schema = shelf.asJsonSchema(PROBLEM_SCHEMA, "output", "problem");
  const statuses = new Set(PROBLEM_CODES.map((code) => PROBLEM_COPY[code].status));
  return Object.fromEntries(
    [...statuses]
      .toSorted((a, b) => a - b)
      .map((status) => [
        `Problem${status}`,
        {
          description: codesOf(status)
            .map((code) => `\`${code}\`: ${PROBLEM_COPY[code].title}.`)
            .join(" "),
          headers: headersOf(headersAt(status)),
          content: { [PROBLEM_TYPE]: { schema } },
        },
      ]),
  );
}

function codesOf(status: number) {
  return PROBLEM_CODES.filter((code) => PROBLEM_COPY[code].status === status);
}

function headersAt(status: number): ApiOperation["answers"][number]["headers"] {
  const waits = codesOf(status).map((code) => PROBLEM_COPY[code].retryAfterS !== undefined);
  const retry = waits.includes(true)
    ? ({ "Retry-After": waits.includes(false) ? "sometimes" : "always" } as const)
    : {};
  return {
    ...retry,
    ...(status === 401 ? ({ "WWW-Authenticate": "always" } as const) : {}),
    ...(status === 405 ? ({ Allow: "always" } as const) : {}),
  };
}
