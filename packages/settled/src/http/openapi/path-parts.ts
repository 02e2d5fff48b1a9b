import type { JsonObject } from "../../run/json-value.ts";
import { SCOPE_NAME } from "../../run/scope.ts";

const SCOPE = { type: "string", pattern: SCOPE_NAME.source };

/** What is known of parts of paths by their names; any other one is an id of what it names. */
const KNOWN: Readonly<
  Record<string, { readonly description: string; readonly schema: JsonObject }>
> = {
  workspace: { description: "The id of the workspace.", schema: SCOPE },
  environment: { description: "The id of the environment.", schema: SCOPE },
  run: { description: "The id of the run.", schema: { type: "string", format: "uuid" } },
  type: {
    description: "The type of the operation, such as restore.execute.",
    schema: { type: "string", minLength: 1 },
  },
};

/** A part of a path; a verb may stand behind it, or behind a list: `/runs/:run:wait`, `/runs:export`. */
const PART = /(?<=\/):(\w+)/g;

/** `/runs/:run:wait` as OpenAPI writes it: `/runs/{run}:wait`. */
export function templateOf(path: string): string {
  return path.replace(PART, "{$1}");
}

/** The parameters of a path, in the order of the path. */
export function pathParametersOf(path: string): readonly JsonObject[] {
  const names = [...path.matchAll(PART)].map(([, name = ""]) => name);
  return names.map((name) => ({
    name,
    in: "path",
    required: true,
    ...(KNOWN[name] ?? {
      description: `The id of the ${name}.`,
      schema: { type: "string", minLength: 1 },
    }),
  }));
}
