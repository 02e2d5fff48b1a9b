import { z } from "zod";

const PERIOD = /^(?:\d{4}-(?:0[1-9]|1[0-2])|\d{4}-Q[1-4]|adhoc)$/;

/** What a composition is asked for. */
export const COMPOSE_INPUT = z.strictObject({
  period: z.string().regex(PERIOD, 'A period is "2026-05", "2026-Q2" or "adhoc".'),
  snapshot_id: z.uuid("A snapshot id is a UUID; leave it out for the newest snapshot.").optional(),
  baseline_id: z
    .union([z.uuid(), z.literal("none")], {
      error:
        'A baseline id is a UUID, or "none"; leave it out for the baseline of the last review.',
    })
    .optional(),
});

export type ComposeInput = z.infer<typeof COMPOSE_INPUT>;
