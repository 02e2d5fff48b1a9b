/** The part of JSON Schema that the exam reads. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: JsonSchema;
  /** Where it stands in the document, for whoever validates by the whole of it. */
  readonly at: string;
}

export interface ResponseTold {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface HeaderTold {
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** One operation of the document, with what it refers to in place. */
export interface ToldOperation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly isOpen: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly schema: JsonSchema; readonly at: string } | null;
  readonly bodyMayBeAbsent: boolean;
  /** Whether parameters that are not told of are overlooked; else they are refused. */
  readonly ignoresUnknown: boolean;
  /** By status, each by its pointer too, so that a validator finds it in the whole document. */
  readonly responses: Readonly<
    Record<string, { readonly told: ResponseTold; readonly at: string }>
  >;
}

/** An OpenAPI document as whoever has nothing else reads it. */
export interface ApiDocument {
  readonly json: object;
  readonly operations: readonly ToldOperation[];
  resolve<Told extends object>(told: Told): Told;
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters: readonly object[];
  readonly security: readonly object[];
  readonly "x-unknown-parameters"?: "ignored";
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, object>>;
}

interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
}

export function readApiDocument(json: object): ApiDocument {
  const resolve = <Told extends object>(told: Told): Told => {
    const { $ref } = told as { readonly $ref?: string };
    return $ref === undefined ? told : resolve(valueAt(json, $ref) as Told);
  };
  const { paths } = json as RawDocument;
  const operations = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, raw]): ToldOperation => {
      const place = `#/paths/${escaped(template)}/${method}`;
      const schema = raw.requestBody?.content["application/json"]?.schema;
      return {
        id: raw.operationId,
        method: method.toUpperCase(),
        template,
        isOpen: raw.security.length === 0,
        parameters: raw.parameters.map((told, index) => {
          const { $ref = `${place}/parameters/${index}` } = told as { readonly $ref?: string };
          return { ...(resolve(told) as Parameter), at: $ref };
        }),
        body:
          schema === undefined
            ? null
            : { schema, at: `${place}/requestBody/content/application~1json` },
        ignoresUnknown: raw["x-unknown-parameters"] === "ignored",
        bodyMayBeAbsent: raw.requestBody?.required === false,
        responses: Object.fromEntries(
          Object.entries(raw.responses).map(([status, told]) => {
            const { $ref = `${place}/responses/${status}` } = told as { readonly $ref?: string };
            return [status, { told: resolve(told) as ResponseTold, at: $ref }];
          }),
        ),
      };
    }),
  );
  return { json, operations, resolve };
}

export function escaped(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function valueAt(json: object, ref: string): unknown {
  return ref
    .slice("#/".length)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], json);
}
