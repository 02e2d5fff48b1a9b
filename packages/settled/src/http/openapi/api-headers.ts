/** A header of an answer, as the OpenAPI document shows it. */
export interface HeaderDescription {
  readonly description: string;
  readonly schema: { readonly type: "string" | "integer"; readonly [keyword: string]: unknown };
}

const PATH = { type: "string", pattern: "^/" } as const;

/** Every header that an answer of the API can have, beside those that only guard browsers. */
export const API_HEADERS = {
  "X-Request-Id": {
    description: "The id of the request: the caller's own if it was plain, else a new one.",
    schema: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$" },
  },
  "Cache-Control": {
    description: "Nothing is kept on the way.",
    schema: { type: "string", const: "no-store" },
  },
  ETag: {
    description: "The version of the record, for If-Match.",
    schema: { type: "string", pattern: '^(?:W/)?"[^"]*"$' },
  },
  Location: { description: "The path of what was made.", schema: PATH },
  "Operation-Location": { description: "The path of the run that does the work.", schema: PATH },
  "Retry-After": {
    description: "After how many seconds to ask again.",
    schema: { type: "integer", minimum: 0 },
  },
  Link: {
    description: 'The next page: `<path>; rel="next"` (RFC 8288). Absent on the last one.',
    schema: { type: "string", pattern: '^</[^>]*>; rel="next"$' },
  },
  "Idempotency-Replayed": {
    description: "The answer was given before, to a request with the same Idempotency-Key.",
    schema: { type: "string", const: "true" },
  },
  "Repr-Digest": {
    description: "The hash of the file (RFC 9530).",
    schema: { type: "string", pattern: "^sha-256=:[A-Za-z0-9+/=]+:$" },
  },
  "Content-Disposition": {
    description: "The answer is a file to keep, and its name.",
    schema: { type: "string", pattern: "^attachment" },
  },
  "WWW-Authenticate": {
    description: "How to say who asks.",
    schema: { type: "string" },
  },
  "Set-Cookie": {
    description: "Takes the session away from the browser.",
    schema: { type: "string" },
  },
  Allow: { description: "The methods that the address takes.", schema: { type: "string" } },
} as const satisfies Readonly<Record<string, HeaderDescription>>;

export type ApiHeader = keyof typeof API_HEADERS;
