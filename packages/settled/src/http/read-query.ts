import type { z } from "zod";
import { asPlainName } from "../present/plain-words.ts";
import { decodeParameter, isList } from "./decode-parameter.ts";
import { descriptionOf } from "./innermost-schema.ts";
import { plainIssue } from "./plain-issue.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";

const PARAMETERS_MAX = 30;

export type ReadQuery<Schema extends z.ZodObject> =
  | { readonly kind: "read"; readonly values: z.output<Schema> }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The parameters of a query, read by the schema that the OpenAPI document shows. One that is unknown, given twice or
 * not allowed refuses the whole query: a filter that is silently left out would show what was not asked for. A form
 * sends "any" as a blank.
 */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  query: URLSearchParams,
  options: { readonly blankIsAny: boolean } = { blankIsAny: false },
): ReadQuery<Schema> {
  if (query.size > PARAMETERS_MAX) return refused([], "The query has too many parameters.");
  const { shape } = schema as z.ZodObject;
  const decoded: Record<string, unknown> = {};
  const faults = new Map<string, ProblemFault>();
  for (const name of new Set(query.keys())) {
    const [text = "", ...more] = query.getAll(name);
    const parameter = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (parameter === undefined) faults.set(name, unknownParameter(name, Object.keys(shape)));
    else if (more.length > 0) faults.set(name, repeated(name, parameter));
    else if (text !== "" || !options.blankIsAny) decoded[name] = decodeParameter(parameter, text);
  }
  const read = schema.safeParse(decoded, { error: plainIssue });
  if (read.success && faults.size === 0) return { kind: "read", values: read.data };
  for (const { path, message } of read.error?.issues ?? []) {
    const name = String(path[0] ?? "");
    if (!faults.has(name)) faults.set(name, notAllowed(name, { parameter: shape[name], message }));
  }
  const errors = [...faults.values()];
  return refused(errors, errors.map((error) => error.detail).join(" "));
}

function refused(errors: readonly ProblemFault[], detail: string) {
  const problem = problemOf("invalid_query", { detail, errors });
  return { kind: "problem", problem } as const;
}

function unknownParameter(name: string, known: readonly string[]): ProblemFault {
  const shown = asPlainName(name, "(blank)");
  const allowed = known.length === 0 ? "none" : known.join(", ");
  return { parameter: shown, detail: `"${shown}" is not a parameter; allowed are ${allowed}.` };
}

function repeated(name: string, parameter: z.core.$ZodType): ProblemFault {
  const instead = isList(parameter) ? "join its values by a comma" : "give it once";
  return { parameter: name, detail: `"${name}" is given twice; ${instead}.` };
}

/** A fault between parameters has no name of its own, and says itself what is wrong. */
function notAllowed(
  name: string,
  told: { readonly parameter: z.core.$ZodType | undefined; readonly message: string },
): ProblemFault {
  const allowed = told.parameter === undefined ? undefined : descriptionOf(told.parameter);
  const detail = allowed === undefined ? told.message : `"${name}" takes ${allowed}.`;
  return { parameter: name, detail };
}
