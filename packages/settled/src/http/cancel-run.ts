import { REASON_BODY } from "./action-body.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun, lookAgain } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import type { ActorExchange } from "./exchange.ts";
import { expectedIn, openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { CANCELLED_RUN_SCHEMA } from "./schemas/run-schema.ts";

export const CANCEL_RUN = {
  id: "cancelRun",
  summary: "Cancel a run",
  description: "Ends a run that was never begun; of a running one, asks its worker to stop.",
  tag: "Runs",
  capability: "runs.cancel",
  query: NO_QUERY,
  body: REASON_BODY,
  bodyMayBeAbsent: true,
  takesIfMatch: true,
  answers: {
    200: { description: "It ended.", schema: CANCELLED_RUN_SCHEMA, headers: { ETag: "always" } },
    202: {
      description: "Its worker was asked to stop.",
      schema: CANCELLED_RUN_SCHEMA,
      headers: { ETag: "always", "Retry-After": "always" },
    },
  },
} as const satisfies ApiOperation;

/** POST …/runs/{id}:cancel: ends a run that was never begun (200); of a running one, asks its worker to stop (202). */
export async function cancelRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, CANCEL_RUN);
  if (action.kind === "problem") return action;
  const { run, maySeeDetail, body, expected } = action;
  const { settled } = exchange.desk;
  const target = { workspaceId: run.workspaceId, id: run.id, ...body, ...expectedIn(expected) };
  const answer = await settled.cancel(target, exchange.asker);
  if (answer.kind === "refused") return problemAnswer(problemOfActionRefusal(answer.because));
  const isOver = answer.kind === "cancelled";
  return answerRun(exchange, {
    run: answer.run,
    maySeeDetail,
    status: isOver ? 200 : 202,
    members: { cancellation: answer.kind },
    headers: isOver ? {} : lookAgain(),
  });
}
