/** What of an OpenAPI document is read here. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation | undefined>>>>;
}

interface ApiOperation {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Ids of environments and of runs hold nothing that could harm. */
const HARMLESS = /^\^\[(?:A-Za-z0-9|0-9a-f|a-z)/;

/** The names of the texts in bodies that may be anything: in no closed list, of no format and of no narrow pattern. */
export function textsTaken(document: ApiDocument): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (given: Schema, name: string, seen: readonly Schema[]) => {
    const schema = resolved(document, given);
    if (seen.includes(schema)) return;
    const inside = [...seen, schema];
    const isFree =
      [schema.type].flat().includes("string") &&
      schema.enum === undefined &&
      schema.const === undefined &&
      (schema.format === undefined || schema.format === "email") &&
      !HARMLESS.test(schema.pattern ?? "");
    if (isFree) names.add(name);
    for (const part of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((one) => one ?? [])) {
      walk(part, name, inside);
    }
    for (const [key, value] of Object.entries(schema.properties ?? {})) walk(value, key, inside);
    if (schema.items !== undefined) walk(schema.items, name, inside);
  };
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const { schema } of Object.values(operation?.requestBody?.content ?? {})) {
      walk(schema, "body", []);
    }
  }
  return names;
}

function resolved(document: ApiDocument, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = schema.$ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  return resolved(document, found as Schema);
}
