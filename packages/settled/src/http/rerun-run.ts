import { REASON_BODY } from "./action-body.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerOnce } from "./answer-once.ts";
import { answerStart, START_ANSWERS } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import { checkAccess, problemOfAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { NO_QUERY } from "./query-parameter.ts";
import { traceOf } from "./trace-headers.ts";

export const RERUN_RUN = {
  id: "rerunRun",
  summary: "Do the work of a settled run once more",
  description: "Needs the capability of the operation, too.",
  tag: "Runs",
  capability: "runs.rerun",
  query: NO_QUERY,
  body: REASON_BODY,
  bodyMayBeAbsent: true,
  takesIfMatch: true,
  takesIdempotencyKey: true,
  takesTraceParent: true,
  answers: START_ANSWERS,
} as const satisfies ApiOperation;

/** POST …/runs/{id}:rerun: does the work of a settled run once more, as a new run (202), or joins it (200). */
export async function rerunRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, RERUN_RUN);
  if (action.kind === "problem") return action;
  const { run, body } = action;
  const { settled } = exchange.desk;
  const operation = settled.catalog.find(run.operationType);
  if (operation?.offered !== true)
    return problemAnswer(problemOfActionRefusal("operation_not_known"));
  // It is a start as well: nobody starts by the back door what they may not start.
  const access = await checkAccess(exchange, operation.capability, run);
  if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
  const trace = traceOf(exchange.request.headers);
  return answerOnce(exchange, { workspaceId: run.workspaceId, body }, async (on) => {
    const answer = await settled.rerun({
      run,
      initiator: exchange.asker,
      ...body,
      ...(trace === null ? {} : { trace }),
      ...(on === undefined ? {} : { on }),
    });
    if (answer.kind === "refused") return problemAnswer(problemOfActionRefusal(answer.because));
    return answerStart(exchange, answer);
  });
}
