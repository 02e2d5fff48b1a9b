import { z } from "zod";
import { asPlainName } from "../present/plain-words.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";

const VALUES_MAX = 50;
const SEQUENCE_MAX = 9_223_372_036_854_775_807n;
const SEQUENCE = /^\d{1,19}$/;

/** A place that no log reaches: it is answered with a reset. */
const NOWHERE = String(SEQUENCE_MAX);

function listOf(one: RegExp, allowed: string) {
  return z
    .array(z.string().regex(one))
    .min(1)
    .max(VALUES_MAX)
    .describe(`one or more of these, joined by commas, at most ${VALUES_MAX}: ${allowed}`)
    .optional();
}

export const STREAM_QUERY = z.strictObject({
  environment: listOf(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, "ids of environments"),
  type: listOf(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, "operation types such as restore.execute"),
  run: listOf(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "ids of runs"),
  last_event_id: z
    .string()
    .regex(/^\d{1,19}$/, { abort: true })
    .refine(isSequence)
    .describe("the id of the last event that was received; the header Last-Event-ID goes before it")
    .optional(),
});
export type StreamQuery = z.output<typeof STREAM_QUERY>;

export type ReadStreamQuery =
  | { readonly kind: "read"; readonly values: StreamQuery }
  | { readonly kind: "problem"; readonly problem: Problem };

/** What the query asks for. A parameter that is unknown, given twice or not allowed refuses all of it. */
export function readStreamQuery(query: URLSearchParams): ReadStreamQuery {
  const names = [...new Set(query.keys())];
  const given = names.map((name) => [name, valueOf(name, query.getAll(name))] as const);
  const read = STREAM_QUERY.safeParse(Object.fromEntries(given));
  if (read.success) return { kind: "read", values: read.data };
  const known = Object.keys(STREAM_QUERY.shape);
  const wrong = read.error.issues.map(({ path }) => String(path[0] ?? ""));
  const errors = names
    .filter((name) => wrong.includes(name) || !known.includes(name))
    .map((name) => faultOf(name, known));
  const detail = errors.map((error) => error.detail).join(" ");
  return { kind: "problem", problem: problemOf("invalid_query", { detail, errors }) };
}

/** The place to go on behind: of the header that a client sends by itself when it comes back, else of the query. */
export function placeToResume(request: Request, query: StreamQuery): string | null {
  const header = request.headers.get("last-event-id")?.trim() ?? "";
  const text = header === "" ? (query.last_event_id ?? "") : header;
  if (text === "") return null;
  return isSequence(text) ? BigInt(text).toString() : NOWHERE;
}

function isSequence(text: string): boolean {
  return SEQUENCE.test(text) && BigInt(text) <= SEQUENCE_MAX;
}

/** Null = given twice, which no parameter allows. */
function valueOf(name: string, texts: readonly string[]): string | readonly string[] | null {
  const [text = "", ...more] = texts;
  if (more.length > 0) return null;
  return name === "last_event_id" ? text : text.split(",").map((part) => part.trim());
}

function faultOf(name: string, known: readonly string[]): ProblemFault {
  const shown = asPlainName(name, "(blank)");
  if (!known.includes(name)) {
    const detail = `"${shown}" is not a parameter; allowed are ${known.join(", ")}.`;
    return { parameter: shown, detail };
  }
  const parameter = STREAM_QUERY.shape[name as keyof StreamQuery];
  return {
    parameter: shown,
    detail: `"${shown}" takes, once, ${parameter.description ?? "text"}.`,
  };
}
