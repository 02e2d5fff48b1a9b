import type { EnvironmentId } from "../../run/scope.ts";
import type { ApiOperation } from "../api-operation.ts";
import { type Answer, problemAnswer } from "../answer.ts";
import { checkAccess } from "../check-access.ts";
import type { ActorExchange } from "../exchange.ts";
import { type Problem, problemOf } from "../problem.ts";
import { NO_QUERY } from "../query-parameter.ts";
import { answerDisclosed } from "./answer-webhook.ts";
import { MANAGE_WEBHOOKS, openWebhooks, type OpenedWebhooks, readAsked } from "./open-webhooks.ts";
import { CREATE_WEBHOOK_BODY } from "./webhook-body.ts";
import { DISCLOSED_WEBHOOK_SCHEMA } from "./webhook-schema.ts";

export const CREATE_WEBHOOK = {
  id: "createWebhook",
  summary: "Make a webhook; the answer alone tells its secret",
  tag: "Webhooks",
  capability: MANAGE_WEBHOOKS,
  query: NO_QUERY,
  body: CREATE_WEBHOOK_BODY,
  bodyMayBeAbsent: false,
  answers: {
    201: {
      description: "It was made, and is enabled.",
      schema: DISCLOSED_WEBHOOK_SCHEMA,
      headers: { ETag: "always", Location: "always" },
    },
  },
} as const satisfies ApiOperation;

/** POST …/webhooks */
export async function createWebhook(exchange: ActorExchange): Promise<Answer> {
  const opened = await openWebhooks(exchange);
  if (opened.kind === "problem") return opened;
  const asked = await readAsked(exchange, CREATE_WEBHOOK);
  if (asked.kind === "problem") return asked;
  const { workspaceId, desk, webhooksApi } = opened;
  const unseen = await unseenEnvironments(exchange, opened, asked.body.environmentIds ?? []);
  if (unseen !== null) return problemAnswer(unseen);
  return answerDisclosed(
    await desk.create(workspaceId, asked.body, exchange.asker),
    webhooksApi,
    201,
  );
}

/** Only environments that are there, and where the actor may manage webhooks, can be named. */
export async function unseenEnvironments(
  exchange: ActorExchange,
  { workspaceId }: OpenedWebhooks,
  environmentIds: readonly EnvironmentId[],
): Promise<Problem | null> {
  const errors = [];
  for (const [index, environmentId] of environmentIds.entries()) {
    const access = await checkAccess(exchange, MANAGE_WEBHOOKS, { workspaceId, environmentId });
    if (access.kind === "allowed") continue;
    const detail = "There is no such environment, or it is not yours to manage.";
    errors.push({ pointer: `/environments/${index}`, detail });
  }
  return errors.length === 0 ? null : problemOf("unknown_environment", { errors });
}
