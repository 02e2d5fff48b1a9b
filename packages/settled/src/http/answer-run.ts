import type { OperationRun } from "../run/operation-run.ts";
import { type Answer, type AnswerHeaders, jsonAnswer } from "./answer.ts";
import type { ActorExchange } from "./exchange.ts";
import { asServedRunJson, etagOf } from "./served-run-json.ts";
import { viewRun } from "./view-run.ts";

/** How soon a run under way is worth another look. */
export const LOOK_AGAIN_AFTER_S = 2;

export interface RunAnswer {
  readonly run: OperationRun;
  readonly maySeeDetail: boolean;
  readonly status: number;
  /** Members beside those of the run: what became of the action. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: AnswerHeaders;
}

/** The run as it stands, presented, with its version as the tag. */
export async function answerRun(exchange: ActorExchange, answer: RunAnswer): Promise<Answer> {
  const view = await viewRun(exchange, answer.run, answer.maySeeDetail);
  return jsonAnswer(
    { ...asServedRunJson(view, exchange.desk), ...answer.members },
    { status: answer.status, headers: { etag: etagOf(view), ...answer.headers } },
  );
}

/** Where the answer's run is found, for a start that was accepted. */
export function startHeaders({ desk }: ActorExchange, run: OperationRun): AnswerHeaders {
  const address = desk.addresses.runApi(run.workspaceId, run.id);
  return { location: address, "operation-location": address, ...lookAgain() };
}

export function lookAgain(): AnswerHeaders {
  return { "retry-after": String(LOOK_AGAIN_AFTER_S) };
}
