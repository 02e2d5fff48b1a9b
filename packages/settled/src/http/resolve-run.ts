import { RESOLVE_BODY } from "./action-body.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import type { ActorExchange } from "./exchange.ts";
import { expectedIn, openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { RUN_SCHEMA } from "./schemas/run-schema.ts";

export const RESOLVE_RUN = {
  id: "resolveRun",
  summary: "Settle a run by a person's word",
  tag: "Runs",
  capability: "runs.resolve",
  query: NO_QUERY,
  body: RESOLVE_BODY,
  bodyMayBeAbsent: false,
  takesIfMatch: true,
  answers: {
    200: { description: "It is settled.", schema: RUN_SCHEMA, headers: { ETag: "always" } },
  },
} as const satisfies ApiOperation;

/** POST …/runs/{id}:resolve: a person settles the run, with a reason that is kept. */
export async function resolveRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, RESOLVE_RUN);
  if (action.kind === "problem") return action;
  const { run, maySeeDetail, body, expected } = action;
  const answer = await exchange.desk.settled.resolve({
    workspaceId: run.workspaceId,
    id: run.id,
    actor: exchange.asker,
    ...body,
    ...expectedIn(expected),
  });
  if (answer.kind === "refused") return problemAnswer(problemOfActionRefusal(answer.because));
  return answerRun(exchange, { run: answer.run, maySeeDetail, status: 200 });
}
