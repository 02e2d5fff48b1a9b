import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun, lookAgain } from "./answer-run.ts";
import type { ActorExchange } from "./exchange.ts";
import { expectedIn, openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { readReasonBody } from "./read-action-body.ts";

/** POST …/runs/{id}:cancel: ends a run that was never begun (200); of a running one, asks its worker to stop (202). */
export async function cancelRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, {
    capability: "runs.cancel",
    parameters: {},
    readBody: readReasonBody,
    bodyMayBeAbsent: true,
  });
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
