import { asPlainName } from "../present/plain-words.ts";
import { type Problem, type ProblemFault, problemOf } from "./problem.ts";
import type { QueryParameter } from "./query-parameter.ts";

const PARAMETERS_MAX = 30;

type Parameters = Readonly<Record<string, QueryParameter<unknown>>>;

type ValueOf<Parameter> = Parameter extends QueryParameter<infer Value> ? Value : never;

export type ReadQuery<Known extends Parameters> =
  | { readonly kind: "read"; readonly values: { readonly [K in keyof Known]?: ValueOf<Known[K]> } }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The parameters of a query by name. One that is unknown, given twice or not allowed refuses the whole query: a
 * filter that is silently left out would show what was not asked for. A form sends "any" as a blank.
 */
export function readQuery<Known extends Parameters>(
  known: Known,
  query: URLSearchParams,
  options: { readonly blankIsAny: boolean } = { blankIsAny: false },
): ReadQuery<Known> {
  if (query.size > PARAMETERS_MAX) return refused([], "The query has too many parameters.");
  const values: Record<string, unknown> = {};
  const errors: ProblemFault[] = [];
  for (const name of new Set(query.keys())) {
    const [text = "", ...more] = query.getAll(name);
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (text === "" && options.blankIsAny && parameter !== undefined) continue;
    const fault = faultOf(name, { known, parameter, repeated: more.length > 0 });
    const value = fault === null ? (parameter?.read(text) ?? null) : null;
    if (value !== null) values[name] = value;
    else errors.push(fault ?? notAllowed(name, parameter));
  }
  if (errors.length === 0) {
    return { kind: "read", values: values as { [K in keyof Known]?: ValueOf<Known[K]> } };
  }
  return refused(errors, errors.map((error) => error.detail).join(" "));
}

function refused(errors: readonly ProblemFault[], detail: string) {
  const problem = problemOf("invalid_query", { detail, errors });
  return { kind: "problem", problem } as const;
}

function faultOf(
  name: string,
  given: {
    readonly known: Parameters;
    readonly parameter: QueryParameter<unknown> | undefined;
    readonly repeated: boolean;
  },
): ProblemFault | null {
  const shown = asPlainName(name, "(blank)");
  if (given.parameter === undefined) {
    const allowed = Object.keys(given.known).join(", ");
    return { parameter: shown, detail: `"${shown}" is not a parameter; allowed are ${allowed}.` };
  }
  if (!given.repeated) return null;
  return { parameter: shown, detail: `"${shown}" is given twice; join its values by a comma.` };
}

function notAllowed(name: string, parameter: QueryParameter<unknown> | undefined): ProblemFault {
  return { parameter: name, detail: `"${name}" takes ${parameter?.allowed ?? "nothing"}.` };
}
