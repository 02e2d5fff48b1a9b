import type { AuditLog } from "../ports/audit-log.ts";
import type { Clock } from "../ports/clock.ts";
import type { ErrandDelivery } from "../ports/errand-driver.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { Logger } from "../ports/logger.ts";
import type { SqlExecutor, TransactionRunner } from "../ports/sql-executor.ts";
import { type DisabledReason, PING } from "../ports/webhook.ts";
import type { DeliveryTry, WebhookPost } from "../ports/webhook-post.ts";
import { SYSTEM_ACTOR } from "../run/actor.ts";
import { SettledError } from "../run/settled-error.ts";
import { auditEntryOf } from "./audit-entry-of.ts";
import { type AnswerVerdict, judgeAnswer } from "./judge-answer.ts";
import { mustDisable } from "./must-disable.ts";
import { postMessage } from "./send/post-message.ts";
import { messageIdOf, signMessage } from "./sign-message.ts";
import { readErrand } from "./webhook-errand.ts";
import type { WebhookSettings } from "./webhook-settings.ts";

export interface DeliverOptions {
  readonly post: WebhookPost;
  readonly transactions: TransactionRunner;
  readonly audit: AuditLog;
  readonly settings: WebhookSettings;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly faults: FaultPoints;
}

/** One try to deliver. Rejects where the engine is to try again; everything else is written down and over. */
export async function deliverMessage(
  options: DeliverOptions,
  { payload, isLastTry, signal }: ErrandDelivery,
): Promise<void> {
  const errand = readErrand(payload);
  if (errand === null) {
    options.logger.warn({}, "an errand was passed over that names no webhook delivery");
    return;
  }
  const attempt = await options.post.beginTry(errand.delivery, errand.errandId);
  if (attempt === null) return;
  await options.faults.reach("webhook.before_send", attempt.id);
  const verdict = await tryOnce(options, attempt, { isLastTry, signal });
  await options.faults.reach("webhook.after_send", attempt.id);
  await options.transactions.transaction((tx) => writeDown(options, { attempt, verdict }, tx), {
    repeat: true,
  });
  if (verdict.status === "failed") {
    throw new SettledError("handler_failed", verdict.error ?? "The try failed.");
  }
}

async function tryOnce(
  { settings, clock }: DeliverOptions,
  attempt: DeliveryTry,
  { isLastTry, signal }: Pick<ErrandDelivery, "isLastTry" | "signal">,
): Promise<AnswerVerdict> {
  const { endpoint, body, at } = attempt;
  if (endpoint === null) return givenUp("The endpoint was removed.");
  if (endpoint.isDisabled && attempt.eventType !== PING) {
    return givenUp("The endpoint is disabled. Enable it, then send this again.");
  }
  if (endpoint.secrets.length === 0) return givenUp("The endpoint has no secret. Rotate it.");
  const id = messageIdOf(attempt.id);
  const headers = signMessage({ id, at, body }, endpoint.secrets);
  const { answerWithinMs } = settings;
  const limits = { rules: settings, answerWithinMs, clock, signal };
  return judgeAnswer(await postMessage({ url: endpoint.url, body, headers }, limits), isLastTry);
}

function givenUp(error: string): AnswerVerdict {
  return { status: "given_up", httpStatus: null, error, endpoint: "unheard" };
}

async function writeDown(
  options: DeliverOptions,
  { attempt, verdict }: { readonly attempt: DeliveryTry; readonly verdict: AnswerVerdict },
  tx: SqlExecutor,
): Promise<void> {
  const { post } = options;
  const endpoint = { workspaceId: attempt.workspaceId, id: attempt.endpointId };
  await post.endTry(tx, attempt, verdict);
  switch (verdict.endpoint) {
    case "fine":
      return post.noteSuccess(tx, endpoint);
    case "unheard":
      return;
    case "gone":
    case "failing": {
      const failures = await post.noteFailure(tx, endpoint);
      if (failures === null || failures.isDisabled) return;
      if (verdict.endpoint === "gone") return disable(options, { attempt, because: "gone" }, tx);
      if (mustDisable(failures)) {
        return disable(options, { attempt, because: "only_failures" }, tx);
      }
    }
  }
}

async function disable(
  { post, audit }: DeliverOptions,
  { attempt, because }: { readonly attempt: DeliveryTry; readonly because: DisabledReason },
  tx: SqlExecutor,
): Promise<void> {
  const endpoint = { workspaceId: attempt.workspaceId, id: attempt.endpointId };
  await post.disable(tx, endpoint, because);
  const url = attempt.endpoint?.url ?? "";
  const entry = { action: "webhook.disable", actor: SYSTEM_ACTOR, detail: { because } } as const;
  await audit.record(tx, auditEntryOf({ ...endpoint, url }, entry));
}
