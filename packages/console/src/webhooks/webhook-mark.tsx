import { CirclePause, Clock, CircleX, TriangleAlert } from "lucide-react";
import type { WebhookJson } from "settled/http";
import { message } from "../messages/message.ts";
import { Mark, type MarkLook } from "../parts/mark.tsx";
import type { DeliveryStatus } from "./webhook-words.ts";

/** Whether an endpoint is told of anything, and whether that arrives. */
export function WebhookMark({ webhook }: { readonly webhook: WebhookJson }) {
  if (!webhook.enabled) {
    return <Mark tone="off" Icon={CirclePause} label={message("webhooks.disabled")} />;
  }
  return webhook.failing === null ? (
    <Mark tone="good" label={message("webhooks.enabled")} />
  ) : (
    <Mark
      tone="care"
      Icon={TriangleAlert}
      label={message("webhooks.failing", { count: webhook.failing.failures_in_row })}
    />
  );
}

const DELIVERY_LOOKS: Readonly<Record<DeliveryStatus, MarkLook>> = {
  pending: { tone: "wait", Icon: Clock },
  delivered: { tone: "good" },
  failed: { tone: "care", Icon: TriangleAlert },
  given_up: { tone: "bad", Icon: CircleX },
};

export function DeliveryMark({ status }: { readonly status: DeliveryStatus }) {
  return <Mark {...DELIVERY_LOOKS[status]} label={message(`webhooks.delivery.${status}`)} />;
}
