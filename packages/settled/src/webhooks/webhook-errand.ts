import type { ErrandQueue } from "../ports/errand-driver.ts";
import type { DeliveryRef } from "../ports/webhook.ts";
import { isJsonObject, type JsonObject } from "../run/json-value.ts";
import { asWorkspaceId, isRunId } from "../run/scope.ts";
import type { WebhookSettings } from "./webhook-settings.ts";

/** A delivery, and the errand by which it is under way. */
export interface WebhookErrand {
  readonly delivery: DeliveryRef;
  readonly errandId: string;
}

const WAIT_SECONDS_MAX = 6 * 60 * 60;
/** Above the time that a receiver may take, for what is written around it. */
const TRY_MARGIN_SECONDS = 50;

export function webhookQueueOf(settings: WebhookSettings): ErrandQueue {
  return {
    name: "settled.webhooks",
    triesMax: settings.triesMax,
    firstWaitSeconds: settings.firstWaitSeconds,
    waitSecondsMax: WAIT_SECONDS_MAX,
    tryWithinSeconds: Math.ceil(settings.answerWithinMs / 1_000) + TRY_MARGIN_SECONDS,
  };
}

export function errandPayloadOf({ delivery, errandId }: WebhookErrand): JsonObject {
  return {
    workspace_id: delivery.workspaceId,
    endpoint_id: delivery.endpointId,
    delivery_id: delivery.id,
    errand_id: errandId,
  };
}

/** Null for anything that is no errand of ours: an engine's payload is not to be trusted. */
export function readErrand(payload: unknown): WebhookErrand | null {
  if (!isJsonObject(payload)) return null;
  const { workspace_id, endpoint_id, delivery_id, errand_id } = payload;
  if (typeof workspace_id !== "string") return null;
  if (!isRunId(endpoint_id) || !isRunId(delivery_id) || !isRunId(errand_id)) return null;
  const workspaceId = asWorkspaceId(workspace_id);
  return {
    delivery: { workspaceId, endpointId: endpoint_id, id: delivery_id },
    errandId: errand_id,
  };
}
