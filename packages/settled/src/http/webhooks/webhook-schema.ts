import { z } from "zod";
import {
  DELIVERY_STATUSES,
  DISABLED_REASONS,
  PING,
  WEBHOOK_EVENT_TYPES,
} from "../../ports/webhook.ts";
import { MOMENT_SCHEMA, NEXT_SCHEMA } from "../schemas/value-schemas.ts";

const SECRET_FACE_SCHEMA = z
  .object({
    id: z.uuid(),
    prefix: z.string().describe("How the secret begins; the rest of it is never told again."),
    created_at: MOMENT_SCHEMA,
    expires_at: MOMENT_SCHEMA.nullable().describe("Until when it signs; null = the one in force."),
  })
  .meta({ id: "WebhookSecret" });

export const WEBHOOK_SCHEMA = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    event_types: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
    environments: z
      .array(z.string())
      .nullable()
      .describe("Null = every environment, and the runs of the whole workspace."),
    enabled: z.boolean(),
    disabled: z
      .object({ at: MOMENT_SCHEMA, because: z.enum(DISABLED_REASONS), words: z.string() })
      .nullable(),
    failing: z
      .object({ since: MOMENT_SCHEMA, failures_in_row: z.int() })
      .nullable()
      .describe("Since when every try has failed; null while messages arrive."),
    secrets: z.array(SECRET_FACE_SCHEMA),
    version: z.int(),
    created_at: MOMENT_SCHEMA,
    changed_at: MOMENT_SCHEMA,
    links: z.object({ self: z.string(), deliveries: z.string() }),
  })
  .meta({ id: "Webhook", description: "An endpoint that is told of runs by signed messages." });

export const DISCLOSED_WEBHOOK_SCHEMA = WEBHOOK_SCHEMA.extend({
  secret: z
    .string()
    .describe("What the messages are signed with. It is told here and never again."),
}).meta({ id: "DisclosedWebhook", description: "An endpoint, with its new secret." });

export const WEBHOOK_LIST_SCHEMA = z
  .object({ webhooks: z.array(WEBHOOK_SCHEMA) })
  .meta({ id: "WebhookList", description: "The endpoints of a workspace, oldest first." });

export const WEBHOOK_REMOVED_SCHEMA = z
  .object({ id: z.uuid(), removed: z.literal(true) })
  .meta({ id: "WebhookRemoved" });

export const DELIVERY_SCHEMA = z
  .object({
    id: z.uuid(),
    message_id: z.string().describe("The webhook-id header: the same over all tries."),
    event_type: z.enum([...WEBHOOK_EVENT_TYPES, PING]),
    sequence: z.string().nullable().describe("Of the event in the log of runs; null for a ping."),
    status: z.enum(DELIVERY_STATUSES),
    tries: z.int(),
    last_status: z.int().nullable(),
    last_error: z.string().nullable(),
    created_at: MOMENT_SCHEMA,
    tried_at: MOMENT_SCHEMA.nullable(),
    ended_at: MOMENT_SCHEMA.nullable(),
  })
  .meta({
    id: "WebhookDelivery",
    description: "One message to an endpoint, and what became of it.",
  });

export const DELIVERY_PAGE_SCHEMA = z
  .object({ deliveries: z.array(DELIVERY_SCHEMA), next: NEXT_SCHEMA })
  .meta({ id: "WebhookDeliveryPage", description: "What was sent to an endpoint, newest first." });

export type WebhookJson = z.output<typeof WEBHOOK_SCHEMA>;
export type DisclosedWebhookJson = z.output<typeof DISCLOSED_WEBHOOK_SCHEMA>;
export type DeliveryJson = z.output<typeof DELIVERY_SCHEMA>;
