import type { DeliveryRef, EndpointRef, EndpointWish, WebhookEndpoint } from "../ports/webhook.ts";
import type { Actor } from "../run/actor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { changeEndpoint, type EndpointChange } from "./change-endpoint.ts";
import { createEndpoint } from "./create-endpoint.ts";
import type {
  DeliveryAnswer,
  DeliveryPage,
  DeskOptions,
  DeskRefusal,
  Disclosed,
  EndpointAct,
  EndpointAnswer,
} from "./endpoint-act.ts";
import { pingEndpoint } from "./ping-endpoint.ts";
import { redeliverMessage } from "./redeliver-message.ts";
import { removeEndpoint } from "./remove-endpoint.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { switchEndpoint } from "./switch-endpoint.ts";

/** What a workspace does about its webhooks. Each act is written down in the transaction that does it. */
export interface WebhookDesk {
  list(workspaceId: WorkspaceId): Promise<readonly WebhookEndpoint[]>;
  find(endpoint: EndpointRef): Promise<WebhookEndpoint | null>;
  create(
    workspaceId: WorkspaceId,
    wish: EndpointWish,
    actor: Actor,
  ): Promise<Disclosed | DeskRefusal>;
  change(act: EndpointAct, change: EndpointChange): Promise<EndpointAnswer>;
  remove(act: EndpointAct): Promise<{ readonly kind: "removed" } | DeskRefusal>;
  /** A new secret; the older ones sign beside it for the time given. */
  rotate(act: EndpointAct, overlapMs: number): Promise<Disclosed | DeskRefusal>;
  enable(act: EndpointAct): Promise<EndpointAnswer>;
  disable(act: EndpointAct): Promise<EndpointAnswer>;
  /** Sends a ping, also to an endpoint that is disabled. */
  ping(act: EndpointAct): Promise<DeliveryAnswer>;
  /** Newest first; null where there is no such endpoint. */
  deliveries(page: {
    readonly endpoint: EndpointRef;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<DeliveryPage | null>;
  /** Sends once more what has ended, under the same id. */
  redeliver(delivery: DeliveryRef, actor: Actor): Promise<DeliveryAnswer>;
}

export function createWebhookDesk(options: DeskOptions): WebhookDesk {
  const { ledger, workspaces } = options;
  const inside = (workspaceId: WorkspaceId) => workspaces.inWorkspace(workspaceId);
  return {
    list: (workspaceId) => ledger.listEndpoints(inside(workspaceId), workspaceId),
    find: (endpoint) => ledger.findEndpoint(inside(endpoint.workspaceId), endpoint),
    create: (workspaceId, wish, actor) => createEndpoint(options, { workspaceId, wish, actor }),
    change: (act, change) => changeEndpoint(options, act, change),
    remove: (act) => removeEndpoint(options, act),
    rotate: (act, overlapMs) => rotateSecret(options, act, overlapMs),
    enable: (act) => switchEndpoint(options, act, "enable"),
    disable: (act) => switchEndpoint(options, act, "disable"),
    ping: (act) => pingEndpoint(options, act),
    deliveries: ({ endpoint, after, limit }) =>
      inside(endpoint.workspaceId).transaction(async (tx) => {
        if ((await ledger.findEndpoint(tx, endpoint)) === null) return null;
        const found = await ledger.listDeliveries(tx, { endpoint, after, limit: limit + 1 });
        const deliveries = found.slice(0, limit);
        const next = found.length > limit ? (deliveries.at(-1)?.id ?? null) : null;
        return { deliveries, next };
      }),
    redeliver: (delivery, actor) => redeliverMessage(options, delivery, actor),
  };
}
