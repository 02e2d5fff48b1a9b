import { asFindingJson } from "../reconcile/finding-json.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun } from "./answer-run.ts";
import type { ActorExchange } from "./exchange.ts";
import { openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { RECONCILE_PARAMETERS } from "./query-parameter.ts";
import { readReasonBody } from "./read-action-body.ts";

/** POST …/runs/{id}:reconcile: asks the truth about the run and settles it by the answer; `dry_run=true` only tells. */
export async function reconcileRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, {
    capability: "runs.reconcile",
    parameters: RECONCILE_PARAMETERS,
    readBody: readReasonBody,
    bodyMayBeAbsent: true,
  });
  if (action.kind === "problem") return action;
  const { run, maySeeDetail, body, expected } = action;
  const dryRun = action.values.dry_run ?? false;
  const onlyThisVersion = expected.kind === "expected";
  const report = await exchange.desk.settled.reconcile({
    run,
    actor: exchange.asker,
    dryRun,
    onlyThisVersion,
    ...body,
  });
  if (report.found.kind === "unknown_operation") {
    return problemAnswer(problemOfActionRefusal("operation_not_known"));
  }
  if (report.found.kind === "settle" && !report.changed && !dryRun) {
    return problemAnswer(problemOfActionRefusal(onlyThisVersion ? "stale" : "busy"));
  }
  const { found, changed } = asFindingJson(report);
  return answerRun(exchange, {
    run: report.run,
    maySeeDetail,
    status: 200,
    members: { look: { dry_run: dryRun, changed, found } },
  });
}
