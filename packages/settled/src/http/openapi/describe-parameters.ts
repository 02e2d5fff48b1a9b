import type { z } from "zod";
import { isJsonObject, type JsonObject, type JsonValue } from "../../run/json-value.ts";
import type { ApiOperation } from "../api-operation.ts";
import type { SchemaShelf } from "./schema-shelf.ts";

/** What a route takes in its query. A list is one parameter, its values joined by commas. */
export function queryParametersOf(
  query: z.ZodObject | undefined,
  shelf: SchemaShelf,
  owner: string,
): readonly JsonObject[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = shelf.asJsonSchema(query, "input", owner);
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).map(([name, value]) => {
    const { description = "", ...schema } = value as JsonObject;
    const isRequired = Array.isArray(required) && required.includes(name);
    return {
      name,
      in: "query",
      required: isRequired,
      description: asSentence(description),
      ...(schema["type"] === "array" ? { style: "form", explode: false } : {}),
      schema,
    };
  });
}

/** What a route heeds in the head of a request, beside what every route does. */
export function headerParametersOf(operation: ApiOperation): readonly JsonObject[] {
  return [
    ...(operation.takesIfMatch === true ? [parameterRef("IfMatch")] : []),
    ...(operation.takesIfNoneMatch === true ? [parameterRef("IfNoneMatch")] : []),
    ...(operation.takesIdempotencyKey === true ? [parameterRef("IdempotencyKey")] : []),
    ...(operation.takesTraceParent === true
      ? [parameterRef("TraceParent"), parameterRef("TraceState")]
      : []),
    parameterRef("RequestId"),
  ];
}

/** The parameters that the routes share. */
export const PARAMETER_COMPONENTS: JsonObject = {
  RequestId: header("X-Request-Id", {
    description: "The caller's own id for the request; one that is not plain is replaced.",
    schema: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$" },
  }),
  IfMatch: header("If-Match", {
    description:
      "The ETag of the version that was decided on: the action is taken on it or not at all. Without it, on the record as it is.",
    schema: { type: "string" },
  }),
  IfNoneMatch: header("If-None-Match", {
    description: "The ETag of the version that is known already.",
    schema: { type: "string" },
  }),
  IdempotencyKey: header("Idempotency-Key", {
    description:
      "The request is done once, however often it is sent with this key within 24 hours: a repeat gets the stored answer.",
    schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" },
  }),
  TraceParent: header("traceparent", {
    description:
      "W3C trace context: kept with the run and carried on by its job. A malformed one is ignored.",
    schema: { type: "string" },
  }),
  TraceState: header("tracestate", {
    description: "What a vendor adds to the trace context.",
    schema: { type: "string", maxLength: 512 },
  }),
};

function header(name: string, told: JsonObject): JsonObject {
  return { name, in: "header", required: false, ...told };
}

function parameterRef(name: string): JsonObject {
  return { $ref: `#/components/parameters/${name}` };
}

function asSentence(words: JsonValue): string {
  const text = typeof words === "string" ? words : "";
  return text === "" ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
