import type { DeliveryJson, WebhookJson } from "settled/http";

export type WebhookEventType = WebhookJson["event_types"][number];

/** What an endpoint can be told of; the compiler holds it to the API's own list. */
const EVENT_TYPES_KNOWN: Readonly<Record<WebhookEventType, true>> = {
  "operation_run.created": true,
  "operation_run.started": true,
  "operation_run.succeeded": true,
  "operation_run.partially_succeeded": true,
  "operation_run.blocked": true,
  "operation_run.attention_required": true,
  "operation_run.failed": true,
  "operation_run.cancelled": true,
  "operation_run.reconciled": true,
};
export const EVENT_TYPES = Object.keys(EVENT_TYPES_KNOWN) as readonly WebhookEventType[];

export type DeliveryStatus = DeliveryJson["status"];

/** What a person wants of an endpoint, as the form has it. */
export interface WebhookWish {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: ReadonlySet<WebhookEventType>;
  /** Ids with commas between; empty = all. */
  readonly environments: string;
}

export const NEW_WISH: WebhookWish = {
  url: "",
  description: "",
  eventTypes: new Set(EVENT_TYPES),
  environments: "",
};

export function wishOf(webhook: WebhookJson): WebhookWish {
  return {
    url: webhook.url,
    description: webhook.description,
    eventTypes: new Set(webhook.event_types),
    environments: webhook.environments?.join(", ") ?? "",
  };
}

/** The body of the request that makes it so. */
export function bodyOfWish({ url, description, eventTypes, environments }: WebhookWish) {
  const ids = environments.split(/[\s,]+/).filter((id) => id !== "");
  return {
    url: url.trim(),
    description: description.trim(),
    event_types: EVENT_TYPES.filter((type) => eventTypes.has(type)),
    environments: ids.length === 0 ? null : ids,
  };
}
