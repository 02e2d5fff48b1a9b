import type { JsonObject } from "../../run/json-value.ts";
import type { ApiAnswer, ApiOperation } from "../api-operation.ts";
import type { Route } from "../route.ts";
import { headersOf } from "./describe-headers.ts";
import { headerParametersOf, queryParametersOf } from "./describe-parameters.ts";
import { problemResponsesOf } from "./describe-problems.ts";
import { pathParametersOf } from "./path-parts.ts";
import type { SchemaShelf } from "./schema-shelf.ts";

/** One route as an operation of OpenAPI. */
export function describeOperation(
  route: Route,
  operation: ApiOperation,
  { shelf, security }: { readonly shelf: SchemaShelf; readonly security: readonly JsonObject[] },
): JsonObject {
  const { id, summary, tag, capability } = operation;
  const description = [
    ...(operation.description === undefined ? [] : [operation.description]),
    ...(capability === null ? [] : [`Needs the capability \`${capability}\`.`]),
  ].join(" ");
  const isOpen = route.access === "open";
  return {
    operationId: id,
    summary,
    ...(description === "" ? {} : { description }),
    tags: [tag],
    parameters: [
      ...pathParametersOf(route.path),
      ...queryParametersOf(operation.query, shelf, id),
      ...headerParametersOf(operation),
    ],
    ...requestBodyOf(operation, shelf),
    responses: {
      ...answersOf(operation, shelf),
      ...withoutOwn(problemResponsesOf(route, operation), operation),
    },
    security: isOpen ? [] : security,
    ...(capability === null ? {} : { "x-capability": capability }),
    ...(operation.query === undefined ? { "x-unknown-parameters": "ignored" } : {}),
  };
}

function requestBodyOf(
  { id, body, bodyMayBeAbsent }: ApiOperation,
  shelf: SchemaShelf,
): JsonObject {
  if (body === undefined) return {};
  const schema = shelf.asJsonSchema(body, "input", `${id}Body`);
  return {
    requestBody: {
      required: bodyMayBeAbsent !== true,
      content: { "application/json": { schema } },
    },
  };
}

function answersOf(operation: ApiOperation, shelf: SchemaShelf): JsonObject {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, answer]) => [
      status,
      {
        description: answer.description,
        headers: headersOf({ ...impliedHeaders(operation, answer), ...answer.headers }),
        ...contentOf(answer, shelf, `${operation.id}${status}`),
      },
    ]),
  );
}

/** A stored answer says that it is one, and a file what it is called. */
function impliedHeaders(operation: ApiOperation, { mediaType }: ApiAnswer): ApiAnswer["headers"] {
  return {
    ...(operation.takesIdempotencyKey === true ? { "Idempotency-Replayed": "sometimes" } : {}),
    ...(mediaType === undefined ? {} : { "Content-Disposition": "sometimes" }),
  };
}

function contentOf(answer: ApiAnswer, shelf: SchemaShelf, owner: string): JsonObject {
  const { schema, mediaType, otherMediaTypes = [] } = answer;
  if (schema === undefined && mediaType === undefined) return {};
  const told =
    schema === undefined ? { type: "string" } : shelf.asJsonSchema(schema, "output", owner);
  const types = [mediaType ?? "application/json", ...otherMediaTypes];
  return { content: Object.fromEntries(types.map((type) => [type, { schema: told }])) };
}

function withoutOwn(problems: JsonObject, { answers }: ApiOperation): JsonObject {
  return Object.fromEntries(
    Object.entries(problems).filter(([status]) => !Object.hasOwn(answers, status)),
  );
}
