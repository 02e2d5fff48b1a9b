import type { z } from "zod";
import type { DisabledReason, WebhookDelivery, WebhookEndpoint } from "../../ports/webhook.ts";
import { messageIdOf } from "../../webhooks/sign-message.ts";
import type { DELIVERY_SCHEMA, WEBHOOK_SCHEMA } from "./webhook-schema.ts";

const DISABLED_WORDS: Readonly<Record<DisabledReason, string>> = {
  asked: "It was disabled by hand.",
  gone: "The receiver answered 410: it wants no more.",
  only_failures: "For days not one message has arrived.",
};

export function asWebhookJson(
  endpoint: WebhookEndpoint,
  webhooksApi: string,
): z.output<typeof WEBHOOK_SCHEMA> {
  const { disabled, failing } = endpoint;
  const self = `${webhooksApi}/${endpoint.id}`;
  return {
    id: endpoint.id,
    url: endpoint.url,
    description: endpoint.description,
    event_types: [...endpoint.eventTypes],
    environments: endpoint.environmentIds === null ? null : [...endpoint.environmentIds],
    enabled: disabled === null,
    disabled:
      disabled === null
        ? null
        : {
            at: disabled.at.toISOString(),
            because: disabled.because,
            words: DISABLED_WORDS[disabled.because],
          },
    failing:
      failing === null
        ? null
        : { since: failing.since.toISOString(), failures_in_row: failing.failuresInRow },
    secrets: endpoint.secrets.map(({ id, prefix, createdAt, expiresAt }) => ({
      id,
      prefix,
      created_at: createdAt.toISOString(),
      expires_at: expiresAt?.toISOString() ?? null,
    })),
    version: endpoint.version,
    created_at: endpoint.createdAt.toISOString(),
    changed_at: endpoint.changedAt.toISOString(),
    links: { self, deliveries: `${self}/deliveries` },
  };
}

export function asDeliveryJson(delivery: WebhookDelivery): z.output<typeof DELIVERY_SCHEMA> {
  return {
    id: delivery.id,
    message_id: messageIdOf(delivery.id),
    event_type: delivery.eventType,
    sequence: delivery.sequence,
    status: delivery.status,
    tries: delivery.tries,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    created_at: delivery.createdAt.toISOString(),
    tried_at: delivery.triedAt?.toISOString() ?? null,
    ended_at: delivery.endedAt?.toISOString() ?? null,
  };
}
