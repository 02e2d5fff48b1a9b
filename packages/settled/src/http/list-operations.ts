import { knownReasons } from "../present/known-reasons.ts";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import { problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { problemOf } from "./problem.ts";
import { asOfferedOperation } from "./offered-operation.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { reachOf } from "./reach-of.ts";
import { readQuery } from "./read-query.ts";
import { OPERATIONS_SCHEMA } from "./schemas/operation-schema.ts";

export const LIST_OPERATIONS = {
  id: "listOperations",
  summary: "List what can be started",
  tag: "Operations",
  capability: VIEW_RUNS,
  query: NO_QUERY,
  answers: { 200: { description: "The catalog.", schema: OPERATIONS_SCHEMA } },
} as const satisfies ApiOperation;

/** GET …/operations: what can be started, and the capability that each needs. */
export async function listOperations(exchange: ActorExchange): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const reach = await reachOf(exchange, VIEW_RUNS, workspaceId);
  if (reach.kind === "hidden" || reach.kind === "forbidden") {
    return problemAnswer(problemOfAccess(reach));
  }
  const query = readQuery(LIST_OPERATIONS.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const offered = exchange.desk.settled.catalog.operations.filter((one) => one.offered);
  return jsonAnswer({
    operations: offered.map(asOfferedOperation),
    reasons: knownReasons(exchange.desk.settled.catalog.operations),
  });
}
