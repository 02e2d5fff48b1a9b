import * as fc from "fast-check";
import type { ApiDocument, Parameter, ToldOperation } from "./api-document.test-kit.ts";
import { arbitraryOf } from "./json-schema-arbitrary.test-kit.ts";

/** A request as it will be sent. */
export interface PlannedRequest {
  readonly operation: ToldOperation;
  /** Whether the document allows all of it: then it must not be refused as malformed. */
  readonly isAllowed: boolean;
  readonly isSignedIn: boolean;
  readonly path: string;
  readonly query: readonly (readonly [name: string, text: string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** Text as it is sent; null = no body. */
  readonly body: string | null;
}

interface Parts {
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, text: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly isSignedIn: boolean;
}

/** Values that are known to lead somewhere, for a place in a request. */
export type KnownParts = (name: string, place: Parameter["in"] | "body") => readonly string[];

/** What is known beside the document. */
export interface Knowledge {
  readonly known: KnownParts;
  /** Bodies that are taken; with them others, made after the schema alone. */
  readonly bodies: readonly unknown[];
}

/** What makes a good request bad, or at least odd. */
type Flaw = (parts: Parts) => Parts;

/** Requests of one operation: some that the document allows, some with a flaw. */
export function requestsOf(
  document: ApiDocument,
  operation: ToldOperation,
  knowledge: Knowledge,
): fc.Arbitrary<PlannedRequest> {
  const good = goodPartsOf(document, operation, knowledge);
  const plan =
    (isAllowed: boolean) =>
    (parts: Parts): PlannedRequest => ({
      operation,
      isAllowed,
      isSignedIn: parts.isSignedIn,
      path: addressOf(operation.template, parts),
      query: parts.query,
      headers: parts.headers,
      body: parts.body,
    });
  return fc.oneof(
    good.map(plan(true)),
    fc.tuple(good, flawOf(operation)).map(([parts, flaw]) => plan(false)(flaw(parts))),
  );
}

function goodPartsOf(
  document: ApiDocument,
  operation: ToldOperation,
  { known, bodies }: Knowledge,
): fc.Arbitrary<Parts> {
  const valueOf = ({ name, schema, in: place }: Parameter) =>
    arbitraryOf(document, schema, (part) => known(part, place), name);
  const inPlace = (place: Parameter["in"]) =>
    operation.parameters.filter((one) => one.in === place);
  const record = (parameters: readonly Parameter[]) =>
    fc.record(Object.fromEntries(parameters.map((one) => [one.name, valueOf(one)])), {
      requiredKeys: parameters.filter((one) => one.required === true).map(({ name }) => name),
    }) as fc.Arbitrary<Readonly<Record<string, unknown>>>;
  const { body: told } = operation;
  const body =
    told === null
      ? fc.constant(undefined)
      : fc.oneof(
          ...bodies.map((one) => fc.constant(one)),
          arbitraryOf(document, told.schema, (name) => known(name, "body")),
        );
  const headers = record(inPlace("header").filter(({ name }) => !STATEFUL.includes(name)));
  return fc
    .tuple(record(inPlace("path")), record(inPlace("query")), headers, body, fc.nat())
    .map(([path, query, heads, sent, chance]): Parts => {
      const leavesOut = operation.bodyMayBeAbsent && chance % 3 === 0;
      const text = sent === undefined || leavesOut ? null : JSON.stringify(sent);
      return {
        path: path as Record<string, string>,
        query: Object.entries(query).map(([name, value]) => [name, String(value)]),
        headers: {
          ...sendable(heads),
          ...(text === null ? {} : { "content-type": "application/json" }),
          ...statefulHeaders(operation, chance),
        },
        body: text,
        isSignedIn: true,
      };
    });
}

/** Header values are bytes to `fetch`: what it could not even send is left away. */
function sendable(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (pair): pair is [string, string] =>
        typeof pair[1] === "string" && /^[\x21-\x7e]+$/.test(pair[1]),
    ),
  );
}

/** Their good values depend on what was sent before. */
const STATEFUL = ["Idempotency-Key", "If-Match", "If-None-Match"];
/** Few, so that keys come again: with the same request, and with another one. */
const KEYS = 12;

function statefulHeaders({ parameters }: ToldOperation, chance: number): Record<string, string> {
  const takes = (name: string) => parameters.some((one) => one.name === name);
  return {
    ...(takes("Idempotency-Key") && chance % 2 === 0
      ? { "idempotency-key": `key-${chance % KEYS}` }
      : {}),
    ...(takes("If-Match") && chance % 5 === 0 ? { "if-match": "*" } : {}),
    ...(takes("If-None-Match") && chance % 5 === 0 ? { "if-none-match": '"1"' } : {}),
  };
}

const JUNK = [
  "",
  " ",
  "\u0000",
  "null",
  "-1",
  "1e9",
  "💥",
  "\ud800",
  "../../etc",
  "' or 1=1 --",
  "%",
  "a,b,,c",
  "x".repeat(600),
  "2026-02-31",
  "00000000-0000-0000-0000-000000000000",
];

function flawOf(operation: ToldOperation): fc.Arbitrary<Flaw> {
  const junk = fc.constantFrom(...JUNK);
  const names = (place: Parameter["in"]) =>
    operation.parameters.filter((one) => one.in === place).map(({ name }) => name);
  const pathNames = names("path");
  const queryNames = [...names("query"), "unknown", "__proto__"];
  const headerNames = [...names("header"), "Accept", "Cookie", "Origin", "Sec-Fetch-Site"];
  const pairs = (some: readonly string[]) => fc.tuple(fc.constantFrom(...some), junk);
  const flaws: fc.Arbitrary<Flaw>[] = [
    pairs(queryNames).map((pair) => (parts) => ({ ...parts, query: [...parts.query, pair] })),
    pairs(headerNames).map(([name, text]) => withHeader(name, text)),
    fc.constant((parts) => ({ ...parts, isSignedIn: false })),
  ];
  if (pathNames.length > 0) {
    // A path with a part that is empty is another path.
    const filled = pairs(pathNames).filter(([, text]) => text !== "");
    const path = filled.map(([name, text]): Flaw => (parts) => ({
      ...parts,
      path: { ...parts.path, [name]: text },
    }));
    flaws.push(path);
  }
  if (operation.body !== null) flaws.push(bodyFlaw(), bodyFlaw(), bodyFlaw());
  return fc.oneof(...flaws);
}

function withHeader(name: string, text: string): Flaw {
  const isSendable = /^[\x20-\x7e]*$/.test(text);
  return (parts) => ({
    ...parts,
    headers: { ...parts.headers, [name]: isSendable ? text : "odd" },
  });
}

function bodyFlaw(): fc.Arbitrary<Flaw> {
  const texts = [
    "",
    "{",
    "[]",
    "null",
    "5",
    '"text"',
    '{"__proto__":{"a":1}}',
    "\u0000",
    "[".repeat(500),
  ];
  const withText = fc.constantFrom(...texts).map((body): Flaw => (parts) => ({ ...parts, body }));
  const withType = fc
    .constantFrom("text/plain", "application/json; charset=utf-16", "", "multipart/form-data")
    .map((type): Flaw => withHeader("content-type", type));
  const changed = fc
    .tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 }))
    .map(([at, value]): Flaw => (parts) => ({ ...parts, body: withMember(parts.body, at, value) }));
  const large = fc.constant<Flaw>((parts) => ({
    ...parts,
    body: JSON.stringify({ input: "x".repeat(300_000) }),
  }));
  return fc.oneof(
    { weight: 3, arbitrary: withText },
    { weight: 2, arbitrary: withType },
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: large },
  );
}

/** The body with one member replaced by something else, or with one that nobody asked for. */
function withMember(body: string | null, at: number, value: unknown): string {
  const parsed: unknown = JSON.parse(body ?? "{}");
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return JSON.stringify(value);
  }
  const names = [...Object.keys(parsed), "context", "unknown"];
  return JSON.stringify({ ...parsed, [names[at % names.length] ?? "unknown"]: value });
}

function addressOf(template: string, { path, query }: Parts): string {
  const place = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent((path[name] ?? "").toWellFormed()),
  );
  const search = new URLSearchParams();
  for (const [name, text] of query) search.append(name, text.toWellFormed());
  return search.size === 0 ? place : `${place}?${search.toString()}`;
}
