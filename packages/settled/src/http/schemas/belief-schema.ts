import { z } from "zod";
import { RECONCILIATION_TRIGGERS } from "../../run/reconciliation-record.ts";
import { MOMENT_SCHEMA, OUTCOME_SCHEMA, STATUS_SCHEMA } from "./value-schemas.ts";

export const BELIEF_SCHEMA = z
  .object({
    statement: z.string(),
    trigger: z
      .object({ code: z.enum(RECONCILIATION_TRIGGERS), text: z.string() })
      .nullable()
      .describe("What made somebody look; null where nobody had to."),
    checks: z.array(z.object({ text: z.string(), passed: z.boolean(), detail: z.string() })),
    previous: z
      .object({ status: STATUS_SCHEMA, outcome: OUTCOME_SCHEMA.nullable(), label: z.string() })
      .nullable()
      .describe("What was recorded before the truth was looked at."),
    decided_by: z.string().nullable(),
    decided_at: MOMENT_SCHEMA.nullable(),
    adapter: z.string().nullable(),
    result: z.string().nullable().describe("The artifact as it is now, in one line."),
  })
  .meta({ id: "Belief", description: "Why the outcome is believed, in words for any reader." });
