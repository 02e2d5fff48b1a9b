import { z } from "zod";
import { WEBHOOK_EVENT_TYPES } from "../../ports/webhook.ts";
import { asEnvironmentId, SCOPE_NAME } from "../../run/scope.ts";
import { URL_CHARS_MAX } from "../../webhooks/read-endpoint-url.ts";

const DESCRIPTION_CHARS_MAX = 500;
const ENVIRONMENTS_MAX = 200;
const OVERLAP_HOURS_MAX = 168;
const OVERLAP_HOURS = 24;
const HOUR_MS = 3_600_000;
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;

const url = z
  .string()
  .min(1)
  .max(URL_CHARS_MAX)
  .describe("Where messages are sent: https, of a public host.");
const description = z
  .string()
  .max(DESCRIPTION_CHARS_MAX)
  .regex(ONE_LINE, "This must be one line of text.")
  .describe("What it is for, in words of your own.");
const eventTypes = z
  .array(z.enum(WEBHOOK_EVENT_TYPES))
  .min(1)
  .max(WEBHOOK_EVENT_TYPES.length)
  .transform((types) => [...new Set(types)])
  .describe("What it is told of.");
const environments = z
  .array(
    z
      .string()
      .regex(SCOPE_NAME)
      .transform((id) => asEnvironmentId(id)),
  )
  .min(1)
  .max(ENVIRONMENTS_MAX)
  .transform((ids) => [...new Set(ids)])
  .nullable()
  .describe("Of which environments; null = of all, and of the whole workspace.");

/** `{ url, description?, event_types?, environments? }` */
export const CREATE_WEBHOOK_BODY = z
  .strictObject({
    url,
    description: description.optional(),
    event_types: eventTypes.optional(),
    environments: environments.optional(),
  })
  .transform((body) => ({
    url: body.url,
    description: body.description ?? "",
    eventTypes: body.event_types ?? WEBHOOK_EVENT_TYPES,
    environmentIds: body.environments ?? null,
  }));

/** Any of them; what is left out stays as it is. */
export const CHANGE_WEBHOOK_BODY = z
  .strictObject({
    url: url.optional(),
    description: description.optional(),
    event_types: eventTypes.optional(),
    environments: environments.optional(),
  })
  .transform((body) => ({
    ...(body.url === undefined ? {} : { url: body.url }),
    ...(body.description === undefined ? {} : { description: body.description }),
    ...(body.event_types === undefined ? {} : { eventTypes: body.event_types }),
    ...(body.environments === undefined ? {} : { environmentIds: body.environments }),
  }));

/** `{ overlap_hours? }` */
export const ROTATE_WEBHOOK_BODY = z
  .strictObject({
    overlap_hours: z
      .int()
      .min(0)
      .max(OVERLAP_HOURS_MAX)
      .optional()
      .describe(
        `How long the older secrets sign beside the new one; ${OVERLAP_HOURS} hours unless given, 0 = not at all.`,
      ),
  })
  .transform(({ overlap_hours = OVERLAP_HOURS }) => ({ overlapMs: overlap_hours * HOUR_MS }));

export const EMPTY_BODY = z.strictObject({});
