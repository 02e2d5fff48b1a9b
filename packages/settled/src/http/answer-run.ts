import { isActive, type OperationRun } from "../run/operation-run.ts";
import { type Answer, type AnswerHeaders, jsonAnswer } from "./answer.ts";
import type { ApiAnswer } from "./api-operation.ts";
import type { ActorExchange } from "./exchange.ts";
import { RUN_SCHEMA, STARTED_RUN_SCHEMA } from "./schemas/run-schema.ts";
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

/** What `answerLook` answers. */
export const LOOK_ANSWERS = {
  200: {
    description: "The run; under way still if Retry-After is there.",
    schema: RUN_SCHEMA,
    headers: { ETag: "always", "Retry-After": "sometimes" },
  },
} as const satisfies Readonly<Record<number, ApiAnswer>>;

/** A run that was only looked at; whether another look is worth while. */
export function answerLook(
  exchange: ActorExchange,
  { run, maySeeDetail }: Pick<RunAnswer, "run" | "maySeeDetail">,
): Promise<Answer> {
  const headers = isActive(run) ? lookAgain() : {};
  return answerRun(exchange, { run, maySeeDetail, status: 200, headers });
}

const START_HEADERS = {
  ETag: "always",
  Location: "always",
  "Operation-Location": "always",
  "Retry-After": "always",
} as const;

/** What `answerStart` answers. */
export const START_ANSWERS = {
  200: {
    description: "The same work is under way already; this is its run.",
    schema: STARTED_RUN_SCHEMA,
    headers: START_HEADERS,
  },
  202: {
    description: "A new run was accepted.",
    schema: STARTED_RUN_SCHEMA,
    headers: START_HEADERS,
  },
} as const satisfies Readonly<Record<number, ApiAnswer>>;

/** A start that was accepted: a new run (202), or the one that is doing the same already (200); never its detail. */
export function answerStart(
  exchange: ActorExchange,
  { run, joined }: { readonly run: OperationRun; readonly joined: boolean },
): Promise<Answer> {
  const address = exchange.desk.addresses.runApi(run.workspaceId, run.id);
  return answerRun(exchange, {
    run,
    maySeeDetail: false,
    status: joined ? 200 : 202,
    members: { joined },
    headers: { location: address, "operation-location": address, ...lookAgain() },
  });
}

export function lookAgain(): AnswerHeaders {
  return { "retry-after": String(LOOK_AGAIN_AFTER_S) };
}
