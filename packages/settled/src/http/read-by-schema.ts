import type { z } from "zod";
import { asPlainName, asPlainWords } from "../present/plain-words.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";

const PARAMETERS_MAX = 30;

export type ReadBySchema<Value> =
  | { readonly kind: "read"; readonly value: Value }
  | { readonly kind: "problem"; readonly problem: Problem };

/** The query as the schema reads it. A parameter that is unknown or given twice refuses the whole of it. */
export function readQueryBy<Schema extends z.ZodObject>(
  schema: Schema,
  query: URLSearchParams,
): ReadBySchema<z.output<Schema>> {
  if (query.size > PARAMETERS_MAX) return refusedQuery([], "The query has too many parameters.");
  const names = [...new Set(query.keys())];
  const known = Object.keys(schema.shape);
  const misnamed = names.flatMap((name) => misnamedBy(name, { known, query }));
  const given = names.filter((name) => known.includes(name));
  const read = schema.safeParse(Object.fromEntries(given.map((name) => [name, query.get(name)])));
  const faults = [...misnamed, ...(read.success ? [] : read.error.issues.map(asQueryFault))];
  if (read.success && faults.length === 0) return { kind: "read", value: read.data };
  return refusedQuery(faults, faults.map(({ detail }) => detail).join(" "));
}

/** The body as the schema reads it; every member that is wrong is named by its JSON Pointer. */
export function readBodyBy<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): ReadBySchema<z.output<Schema>> {
  const read = schema.safeParse(body);
  if (read.success) return { kind: "read", value: read.data };
  const errors = read.error.issues.flatMap(asBodyFaults);
  const detail = "The body does not have the shape that this address takes.";
  return { kind: "problem", problem: problemOf("invalid_body", { detail, errors }) };
}

type Issue = z.core.$ZodIssue;

function misnamedBy(
  name: string,
  { known, query }: { readonly known: readonly string[]; readonly query: URLSearchParams },
): readonly ProblemFault[] {
  const parameter = asPlainName(name, "(blank)");
  if (!known.includes(name)) {
    const allowed = known.length === 0 ? "none is taken" : `allowed are ${known.join(", ")}`;
    return [{ parameter, detail: `"${parameter}" is not a parameter; ${allowed}.` }];
  }
  if (query.getAll(name).length === 1) return [];
  return [{ parameter, detail: `"${parameter}" is given twice; join its values by a comma.` }];
}

function asQueryFault({ path, message }: Issue): ProblemFault {
  const parameter = String(path[0] ?? "");
  return { parameter, detail: `"${parameter}" is not accepted: ${wordsOf(message)}` };
}

/** Of a member that is not known, the member itself is named. */
function asBodyFaults(issue: Issue): readonly ProblemFault[] {
  const detail = wordsOf(issue.message);
  if (issue.code !== "unrecognized_keys") return [{ pointer: pointerTo(issue.path), detail }];
  return issue.keys.map((key) => ({
    pointer: pointerTo([...issue.path, asPlainName(key, "")]),
    detail: "This member is not known.",
  }));
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

function wordsOf(message: string): string {
  return asPlainWords(message, "This value is not accepted.");
}

function refusedQuery(errors: readonly ProblemFault[], detail: string): ReadBySchema<never> {
  return { kind: "problem", problem: problemOf("invalid_query", { detail, errors }) };
}
