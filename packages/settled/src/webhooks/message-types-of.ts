import type { WebhookEventType } from "../ports/webhook.ts";
import type { FeedEvent } from "../ports/webhook-post.ts";

/**
 * What an event of the log is told as. An outcome is told whenever a run comes to it, by whatever way; a
 * reconciliation is told beside it. A run is told as started once, however many attempts it takes.
 */
export function messageTypesOf({
  kind,
  from,
  to,
}: Pick<FeedEvent, "kind" | "from" | "to">): readonly WebhookEventType[] {
  const types: WebhookEventType[] = [];
  if (kind === "created") types.push("operation_run.created");
  if (kind === "begun" && to.attempt === 1) types.push("operation_run.started");
  if (to.outcome !== null && to.outcome !== (from?.outcome ?? null)) {
    types.push(`operation_run.${to.outcome}`);
  }
  if (kind === "reconciled") types.push("operation_run.reconciled");
  return types;
}
