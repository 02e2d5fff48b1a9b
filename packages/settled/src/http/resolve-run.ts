import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun } from "./answer-run.ts";
import type { ActorExchange } from "./exchange.ts";
import { expectedIn, openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { readResolveBody } from "./read-action-body.ts";

/** POST …/runs/{id}:resolve: a person settles the run, with a reason that is kept. */
export async function resolveRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, {
    capability: "runs.resolve",
    parameters: {},
    readBody: readResolveBody,
    bodyMayBeAbsent: false,
  });
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
