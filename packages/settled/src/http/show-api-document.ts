import { type Answer, jsonAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import type { ActorExchange } from "./exchange.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { readQuery } from "./read-query.ts";
import { JSON_OBJECT_SCHEMA } from "./schemas/value-schemas.ts";

export const SHOW_API_DOCUMENT = {
  id: "showApiDocument",
  summary: "Describe this API",
  description: "This document. For anybody who is signed in; it tells nothing of any workspace.",
  tag: "Document",
  capability: null,
  query: NO_QUERY,
  answers: { 200: { description: "OpenAPI 3.1.", schema: JSON_OBJECT_SCHEMA } },
} as const satisfies ApiOperation;

/** GET /api/v1/openapi.json: the same for every actor. */
export async function showApiDocument(exchange: ActorExchange): Promise<Answer> {
  const query = readQuery(SHOW_API_DOCUMENT.query, exchange.url.searchParams);
  return query.kind === "problem" ? query : jsonAnswer(exchange.desk.apiDocument());
}
