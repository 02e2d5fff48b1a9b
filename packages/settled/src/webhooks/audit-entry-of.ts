import type { AuditEntry } from "../ports/audit-log.ts";
import type { EndpointRef } from "../ports/webhook.ts";
import type { Actor } from "../run/actor.ts";
import type { JsonObject } from "../run/json-value.ts";

export interface WebhookAct {
  readonly action: `webhook.${string}`;
  readonly actor: Actor;
  readonly detail?: JsonObject;
}

/** Who did what to an endpoint. Of its address only the host is told: a path may hold what opens the receiver. */
export function auditEntryOf(
  { workspaceId, id, url }: EndpointRef & { readonly url: string },
  { action, actor, detail = {} }: WebhookAct,
): AuditEntry {
  return {
    workspaceId,
    environmentId: null,
    actor,
    action,
    target: { type: "webhook", id, name: URL.parse(url)?.host ?? null },
    reason: null,
    detail,
  };
}
