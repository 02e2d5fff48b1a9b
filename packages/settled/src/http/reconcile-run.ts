import { z } from "zod";
import { asFindingJson } from "../reconcile/finding-json.ts";
import { REASON_BODY } from "./action-body.ts";
import { type Answer, problemAnswer } from "./answer.ts";
import { answerRun } from "./answer-run.ts";
import type { ApiOperation } from "./api-operation.ts";
import { describeFinding } from "./describe-finding.ts";
import type { ActorExchange } from "./exchange.ts";
import { openAction } from "./open-action.ts";
import { problemOfActionRefusal } from "./problem-of-refusal.ts";
import { LOOKED_AT_RUN_SCHEMA } from "./schemas/look-schema.ts";

export const RECONCILE_RUN = {
  id: "reconcileRun",
  summary: "Ask the truth about a run, and settle it by the answer",
  tag: "Runs",
  capability: "runs.reconcile",
  query: z.strictObject({
    dry_run: z
      .boolean()
      .describe("true or false; true only says what would be done")
      .exactOptional(),
  }),
  body: REASON_BODY,
  bodyMayBeAbsent: true,
  takesIfMatch: true,
  answers: {
    200: {
      description: "The run, and what was found.",
      schema: LOOKED_AT_RUN_SCHEMA,
      headers: { ETag: "always" },
    },
  },
} as const satisfies ApiOperation;

/** POST …/runs/{id}:reconcile: asks the truth about the run and settles it by the answer; `dry_run=true` only tells. */
export async function reconcileRun(exchange: ActorExchange): Promise<Answer> {
  const action = await openAction(exchange, RECONCILE_RUN);
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
  const finding = asFindingJson(report);
  const { found, changed } = finding;
  const sentence = describeFinding(finding, dryRun);
  return answerRun(exchange, {
    run: report.run,
    maySeeDetail,
    status: 200,
    members: { look: { dry_run: dryRun, changed, sentence, found } },
  });
}
